import { AdminClient, NotFoundError } from './atlassian-admin.js';

const settings = Object.fromEntries(new URLSearchParams(location.search));
const { apiKey, baseUrl, orgId, directoryId } = settings;

const admin = await AdminClient.create({ apiKey, baseUrl });
const org = await admin.orgs.get({ orgId });
let users = 0;
for await (const user of admin.users.search({ orgId, directoryId })) {
  users += user.accountId ? 1 : 0;
}
const error = await admin.orgs.get({ orgId: 'nobody' }).catch((error) => error);
const events = await chrome.runtime.sendMessage(settings);

const report = { users, events, org: org.data.id, error: error.name, isNotFoundError: error instanceof NotFoundError };
document.querySelector('output').textContent = JSON.stringify(report);
