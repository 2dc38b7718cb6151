// jira.js, which has no client for this API: its own request layer with schemas of ours, as its clients use it.

import { createClient } from 'jira.js/core';

export async function open({ url, key, schemas }) {
  const { answers } = await import(schemas);
  const schema = answers['events.poll'];
  const client = createClient({ host: url, auth: { type: 'bearer', token: key } });
  return async (org, tally) => {
    let cursor;
    do {
      const searchParams = { limit: 500, cursor };
      const page = await client.sendRequest({ url: `/admin/v1/orgs/${org}/events-stream`, method: 'GET', searchParams, schema });
      tally.use(page.data);
      cursor = page.meta.next;
    } while (cursor);
  };
}
