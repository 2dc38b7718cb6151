// One round: all events since the last one.

import { AdminClient } from './node_modules/atlassian-admin/dist/index.js';

/** How many events the popup can show; all are counted. */
const SHOWN = 50;

let current;

/** Fetches what is new. Who asks within a round gets another one after it, since that one may have looked already. */
export function poll() {
  if (current !== undefined) {
    current.again = true;
    return current.done;
  }
  const controller = new AbortController();
  current = { controller, again: false };
  current.done = round(controller.signal).finally(() => {
    const { again } = current;
    current = undefined;
    return again ? poll() : undefined;
  });
  return current.done;
}

/** Begins anew, with other settings. */
export function restart() {
  current?.controller.abort();
  return poll();
}

async function round(signal) {
  const { settings, log } = await chrome.storage.local.get(['settings', 'log']);
  if (settings === undefined) return;
  const { apiKey, baseUrl, orgId } = settings;
  // Another organization has another log.
  let { total, latest, checkpoint } = log?.orgId === orgId ? log : { total: 0, latest: [] };
  try {
    const admin = await AdminClient.create({ apiKey, baseUrl });
    // What was counted and where to go on are one value, stored in one step. So this worker may be ended at any moment: the next one
    // begins behind the last batch that was stored, and no event is lost or counted twice.
    const onCheckpoint = (checkpoint) => chrome.storage.local.set({ log: { orgId, total, latest, checkpoint } });
    for await (const event of admin.events.stream({ orgId, checkpoint, onCheckpoint }, { signal })) {
      total += 1;
      latest = [brief(event), ...latest.slice(0, SHOWN - 1)];
    }
    admin.close();
    await chrome.storage.local.remove('problem');
  } catch (error) {
    if (!signal.aborted) {
      await chrome.storage.local.set({ problem: [error.message, error.detail].filter(Boolean).join(' – ') });
    }
  }
}

/** What the popup shows of an event. */
function brief({ id, attributes, message }) {
  return { id, time: attributes?.time, action: attributes?.action, text: message?.content };
}
