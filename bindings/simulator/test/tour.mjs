// What a client and a simulator can do together, in any host.

export async function tour(AdminClient, Simulator) {
  const simulator = await Simulator.create({ accounts: 250, events: 1200, rateLimits: false });
  const { apiKey, orgId, directoryId } = simulator;
  const admin = await AdminClient.create({ apiKey, backend: simulator, retry: { firstWaitMs: 1 } });

  const users = new Set();
  for await (const user of admin.users.search({ orgId, directoryId, limit: 100 })) users.add(user.accountId);
  const { count } = await admin.users.count({ orgId, directoryId });
  const events = new Set();
  for await (const event of admin.events.stream({ orgId })) events.add(event.id);

  simulator.setFaults([{ status: 503, times: 1, on: 'orgs.get' }]);
  const before = simulator.requests().length;
  await admin.orgs.get({ orgId });
  const retried = simulator.requests().length - before;
  const error = await admin.orgs.get({ orgId: 'nobody' }).catch((error) => error);

  await admin.groups.create({ orgId, directoryId, name: 'auditors' });
  const groups = await admin.groups.search({ orgId, directoryId, searchTerm: 'auditors' });
  admin.close();
  return {
    areAll: users.size === count,
    events: events.size,
    retried,
    refusal: `${error.name} ${error.status} ${error.code}`,
    group: groups.items.map((group) => group.name).join(),
  };
}
