// An audit log of any length, as a backend: pages of 500 events, made on request.

/** Returns such a backend. `cursor` is the number of the first event of a page. */
export function log(events) {
  const event = (number) =>
    JSON.stringify({
      id: `event-${number}`,
      type: 'events',
      attributes: {
        time: '2026-01-01T00:00:00.000Z',
        processedAt: new Date(1_767_225_600_000 + number * 1_000).toISOString(),
        action: 'user_login',
        actor: { id: `712020:${number % 97}`, name: 'Zoë Example', email: `zoe.${number % 97}@example.com` },
        context: [{ id: 'ari:cloud:example::sites/1', type: 'sites', attributes: { note: 'x'.repeat(900) } }],
      },
      links: { self: `https://api.atlassian.com/events/${number}` },
    });
  return {
    async execute({ url }) {
      const { searchParams } = new URL(url);
      const [start, limit] = [Number(searchParams.get('cursor') ?? 0), Number(searchParams.get('limit') ?? 30)];
      const end = Math.min(start + limit, events);
      const data = Array.from({ length: end - start }, (_, index) => event(start + index)).join();
      const links = end < events ? `{"next":"${end}"}` : '{}';
      return { status: 200, headers: {}, body: `{"data":[${data}],"links":${links},"meta":{}}` };
    },
  };
}
