import { AdminClient, AdminError, NotFoundError } from 'atlassian-admin';
import type { ClientOptions, DirectoryUser } from 'atlassian-admin';
import { countEvents } from './events.cjs';

declare const process: { env: Record<string, string | undefined> };

const variable = (name: string): string => process.env[`ATLASSIAN_ADMIN_${name}`] ?? '';
const options: ClientOptions = { apiKey: variable('API_KEY'), baseUrl: variable('BASE_URL') };
const orgId = variable('ORG_ID');

const admin = await AdminClient.create(options);
const org = await admin.orgs.get({ orgId });
const active: DirectoryUser[] = [];
for await (const user of admin.users.search({ orgId, directoryId: variable('DIRECTORY_ID') })) {
  active.push(user);
}
const error: unknown = await admin.orgs.get({ orgId: 'nobody' }).catch((error: unknown) => error);
admin.close();

const report = {
  users: active.length,
  events: await countEvents(options, orgId),
  org: org.data.id,
  error: error instanceof AdminError ? error.name : undefined,
  isNotFoundError: error instanceof NotFoundError && error.status === 404,
};
console.log(JSON.stringify(report));
