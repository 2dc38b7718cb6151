// The package, page by page.

export async function open({ url, key, package: place }, validate = 'off') {
  const { AdminClient } = await import(place);
  const admin = await AdminClient.create({ apiKey: key ?? null, baseUrl: url, validate });
  return async (orgId, tally) => {
    for await (const { items } of admin.events.poll({ orgId, limit: 500 }).pages()) {
      tally.use(items);
    }
  };
}
