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
  // @ts-expect-error: the organization must be given
  await admin.orgs.get({});
  // @ts-expect-error: it has to be told where the core is
  slim.initialize();
  // @ts-expect-error: no such name
  atlassian.Client;
}
