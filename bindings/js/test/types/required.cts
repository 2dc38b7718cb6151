// The same types, for programs that `require`.

import atlassian = require('atlassian-admin');
import slim = require('atlassian-admin/slim');

export async function right(orgId: string): Promise<string> {
  slim.initialize(new URL('https://example.com/core.wasm'));
  const admin: atlassian.AdminClient = await atlassian.AdminClient.create({ apiKey: null, baseUrl: 'https://example.com' });
  const org = await admin.orgs.get({ orgId }).catch((error: unknown) => {
    throw error instanceof atlassian.AdminError ? new Error(`${error.status}`) : error;
  });
  return org.data.id;
}

export async function wrong(admin: atlassian.AdminClient): Promise<void> {
  // @ts-expect-error: the organization is required
  await admin.orgs.get({});
  // @ts-expect-error: the location of the core is required
  slim.initialize();
  // @ts-expect-error: no such name
  atlassian.Client;
}
