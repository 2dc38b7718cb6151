// The number of unread events.

/** Only the popup writes `seen`, and only the worker writes `log`, so neither overwrites the other's value. */
export async function unseen() {
  const { log, seen } = await chrome.storage.local.get(['log', 'seen']);
  return (log?.total ?? 0) - (seen?.orgId === log?.orgId ? (seen?.total ?? 0) : 0);
}

export async function showBadge() {
  const { problem } = await chrome.storage.local.get('problem');
  const count = await unseen();
  await chrome.action.setBadgeText({ text: problem ? '!' : count > 0 ? String(count) : '' });
}
