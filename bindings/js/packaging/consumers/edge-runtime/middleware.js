import { AdminClient, NotFoundError } from 'atlassian-admin';

async function respond(request) {
  const { apiKey, baseUrl, orgId, directoryId } = Object.fromEntries(new URL(request.url).searchParams);
  const admin = await AdminClient.create({ apiKey, baseUrl });
  const org = await admin.orgs.get({ orgId });
  let users = 0;
  for await (const user of admin.users.search({ orgId, directoryId })) {
    users += user.accountId ? 1 : 0;
  }
  let events = 0;
  for await (const event of admin.events.stream({ orgId })) {
    events += event.id ? 1 : 0;
  }
  const error = await admin.orgs.get({ orgId: 'nobody' }).catch((error) => error);
  admin.close();
  return Response.json({ users, events, org: org.data.id, error: error.name, isNotFoundError: error instanceof NotFoundError });
}

addEventListener('fetch', (event) => event.respondWith(respond(event.request)));
