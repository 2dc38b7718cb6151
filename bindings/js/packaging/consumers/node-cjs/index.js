'use strict';

const { AdminClient, NotFoundError } = require('atlassian-admin');

async function main() {
  const { ATLASSIAN_ADMIN_ORG_ID: orgId, ATLASSIAN_ADMIN_DIRECTORY_ID: directoryId } = process.env;
  const admin = await AdminClient.create({
    apiKey: process.env.ATLASSIAN_ADMIN_API_KEY,
    baseUrl: process.env.ATLASSIAN_ADMIN_BASE_URL,
  });
  const report = { users: 0, events: 0, org: (await admin.orgs.get({ orgId })).data.id };
  for await (const page of admin.users.list({ orgId, directoryId, limit: 100 }).pages()) {
    report.users += page.items.length;
  }
  for await (const event of admin.events.stream({ orgId, limit: 200 })) {
    report.events += event.type === 'events' ? 1 : 0;
  }
  try {
    await admin.orgs.get({ orgId: 'nobody' });
  } catch (error) {
    report.error = error.name;
    report.isNotFoundError = error instanceof NotFoundError;
  }
  admin.close();
  console.log(JSON.stringify(report));
}

main();
