// The service worker reads the log when the popup requests it.

import { AdminClient } from './atlassian-admin.js';

async function countEvents({ apiKey, baseUrl, orgId }) {
  const admin = await AdminClient.create({ apiKey, baseUrl });
  let events = 0;
  for await (const event of admin.events.stream({ orgId })) {
    events += event.id ? 1 : 0;
  }
  admin.close();
  return events;
}

chrome.runtime.onMessage.addListener((settings, _, answer) => {
  countEvents(settings).then(answer, (error) => answer(String(error)));
  return true;
});
