import { AdminClient, AdminError, NotFoundError } from 'atlassian-admin';

declare const Bun: { env: Record<string, string | undefined> };

const variable = (name: string): string => Bun.env[`ATLASSIAN_ADMIN_${name}`] ?? '';
const orgId = variable('ORG_ID');

using admin = await AdminClient.create({ apiKey: variable('API_KEY'), baseUrl: variable('BASE_URL') });
const org = await admin.orgs.get({ orgId });
let users = 0;
for await (const user of admin.users.search({ orgId, directoryId: variable('DIRECTORY_ID') })) {
  users += user.accountId ? 1 : 0;
}
let events = 0;
for await (const event of admin.events.stream({ orgId })) {
  events += event.id ? 1 : 0;
}
const error: unknown = await admin.orgs.get({ orgId: 'nobody' }).catch((error: unknown) => error);

const report = {
  users,
  events,
  org: org.data.id,
  error: error instanceof AdminError ? error.name : undefined,
  isNotFoundError: error instanceof NotFoundError,
};
console.log(JSON.stringify(report));
