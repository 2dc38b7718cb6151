// The package, item by item.

export async function open({ url, key, package: place }) {
  const { AdminClient } = await import(place);
  const admin = await AdminClient.create({ apiKey: key ?? null, baseUrl: url });
  return async (orgId, tally) => {
    for await (const event of admin.events.poll({ orgId, limit: 500 })) {
      tally.add(event);
    }
  };
}
