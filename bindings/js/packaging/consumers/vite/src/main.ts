import { AdminClient, AdminError, NotFoundError } from 'atlassian-admin';
import { countEvents, countUsers } from './count';

const query = new URLSearchParams(location.search);
const setting = (name: string) => query.get(name) ?? '';
const orgId = setting('orgId');

const admin = await AdminClient.create({ apiKey: setting('apiKey'), baseUrl: setting('baseUrl') });
const [users, events, org, error] = await Promise.all([
  countUsers(admin, orgId, setting('directoryId')),
  countEvents(admin, orgId),
  admin.orgs.get({ orgId }),
  admin.orgs.get({ orgId: 'nobody' }).catch((error: unknown) => error),
]);

const report = {
  users,
  events,
  org: org.data.id,
  error: error instanceof AdminError ? error.name : undefined,
  isNotFoundError: error instanceof NotFoundError,
};
document.querySelector('output')!.textContent = JSON.stringify(report);
