// The ways to read the audit log in JavaScript. They run in Node and in Chromium.

/** The count and a checksum of the events, by which all walkers are seen to read the same. */
export class Tally {
  items = 0;
  checksum = 0;

  add({ id, attributes: { processedAt, actor, context } }) {
    const event = id.charCodeAt(7) + processedAt.charCodeAt(18) * 7 + actor.name.length * 11 + context.length * 13;
    this.checksum = (Math.imul(this.checksum, 31) + event) >>> 0;
    this.items += 1;
  }

  use(page) {
    for (const event of page) this.add(event);
  }
}

async function admin({ url, key, package: place }, options = {}) {
  const { AdminClient } = await import(place);
  return AdminClient.create({ apiKey: key ?? null, baseUrl: url, ...options });
}

const schema = async ({ schemas }) => (await import(schemas)).responses['events.poll'];

/** Each opens with its options and then reads all events of an organization into a tally. */
export const walkers = {
  /** By hand; `read` decodes a response. */
  async floor({ url, key }, read = (response) => response.json()) {
    const headers = key ? { authorization: `Bearer ${key}` } : {};
    return async (org, tally) => {
      let cursor;
      do {
        const query = new URLSearchParams({ limit: 500, ...(cursor && { cursor }) });
        const response = await fetch(`${url}/admin/v1/orgs/${org}/events-stream?${query}`, { headers });
        const page = await read(response);
        tally.use(page.data);
        cursor = page.meta.next;
      } while (cursor);
    };
  },

  /** By hand, with each page validated by zod. */
  async zod(options) {
    const page = await schema(options);
    return walkers.floor(options, async (response) => page.parse(await response.json()));
  },

  /** jira.js has no client for this API: its request layer with schemas for zod, as its own clients use it. */
  async jira(options) {
    const { createClient } = await import('jira.js/core');
    const client = createClient({ host: options.url, auth: { type: 'bearer', token: options.key } });
    const page = await schema(options);
    return async (org, tally) => {
      let cursor;
      do {
        const searchParams = { limit: 500, cursor };
        const url = `/admin/v1/orgs/${org}/events-stream`;
        const { data, meta } = await client.sendRequest({ url, method: 'GET', searchParams, schema: page });
        tally.use(data);
        cursor = meta.next;
      } while (cursor);
    };
  },

  /** The package, event by event. */
  async items(options) {
    const { events } = await admin(options);
    return async (orgId, tally) => {
      for await (const event of events.poll({ orgId, limit: 500 })) tally.add(event);
    };
  },

  /** The package, page by page. */
  async package(options, validate = 'off') {
    const { events } = await admin(options, { validate });
    return async (orgId, tally) => {
      for await (const { items } of events.poll({ orgId, limit: 500 }).pages()) tally.use(items);
    };
  },

  /** The package with each page validated. */
  validating: (options) => walkers.package(options, 'warn'),
};
