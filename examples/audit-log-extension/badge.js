// How many events nobody has seen yet.

/** The popup alone writes `seen`, the worker alone writes `log`: neither can undo what the other has stored. */
export async function unseen() {
  const { log, seen } = await chrome.storage.local.get(['log', 'seen']);
  return (log?.total ?? 0) - (seen?.orgId === log?.orgId ? (seen?.total ?? 0) : 0);
}

export async function showBadge() {
  const { problem } = await chrome.storage.local.get('problem');
  const count = await unseen();
  await chrome.action.setBadgeText({ text: problem ? '!' : count > 0 ? String(count) : '' });
}
