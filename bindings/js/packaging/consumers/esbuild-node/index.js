// A function for a service that takes one file, such as AWS Lambda.

import { AdminClient, NotFoundError } from 'atlassian-admin';

export async function handler() {
  const { ATLASSIAN_ADMIN_ORG_ID: orgId, ATLASSIAN_ADMIN_DIRECTORY_ID: directoryId } = process.env;
  const admin = await AdminClient.create({
    apiKey: process.env.ATLASSIAN_ADMIN_API_KEY,
    baseUrl: process.env.ATLASSIAN_ADMIN_BASE_URL,
  });
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
  return { users, events, org: org.data.id, error: error.name, isNotFoundError: error instanceof NotFoundError };
}
