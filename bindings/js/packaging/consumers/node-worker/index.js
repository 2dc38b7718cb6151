// A client in the main thread and another in a worker, at the same time.

import { Worker } from 'node:worker_threads';
import { AdminClient, NotFoundError } from 'atlassian-admin';

const { ATLASSIAN_ADMIN_ORG_ID: orgId, ATLASSIAN_ADMIN_DIRECTORY_ID: directoryId } = process.env;
const settings = { apiKey: process.env.ATLASSIAN_ADMIN_API_KEY, baseUrl: process.env.ATLASSIAN_ADMIN_BASE_URL };

const counted = new Promise((resolve, reject) => {
  const worker = new Worker(new URL('events.js', import.meta.url), { workerData: { settings, orgId } });
  worker.once('message', resolve);
  worker.once('error', reject);
});

const admin = await AdminClient.create(settings);
const org = await admin.orgs.get({ orgId });
let users = 0;
for await (const user of admin.users.search({ orgId, directoryId })) {
  users += user.accountId ? 1 : 0;
}
const error = await admin.orgs.get({ orgId: 'nobody' }).catch((error) => error);
admin.close();

const report = { users, events: await counted, org: org.data.id, error: error.name, isNotFoundError: error instanceof NotFoundError };
console.log(JSON.stringify(report));
