// One round: all events since the last one.

import { AdminClient } from './node_modules/atlassian-admin/dist/index.js';

/** Maximum number of events that the popup shows; all are counted. */
const SHOWN = 50;

let current;

/** Fetches new events. A call during a round starts another one after it, since the current round may have missed new events. */
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

/** Starts again with other settings. */
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
    // The counts and the checkpoint are one value, stored in one step. So this worker may be stopped at any moment: the next one
    // resumes after the last stored batch, and no event is lost or counted twice.
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

/** The properties of an event that the popup shows. */
function brief({ id, attributes, message }) {
  return { id, time: attributes?.time, action: attributes?.action, text: message?.content };
}
