// Lists the memberships of suspended users: a suspended user cannot sign in, but stays in all groups, and regains
// all access when restored.
//
//   npm install                                        # in this repository after `cargo xtask wasm`
//   export ATLASSIAN_ADMIN_API_KEY=…                   # scopes: read and, for --remove, write of directories
//   node review-access.mjs > memberships.csv
//   node review-access.mjs --remove > removed.csv      # also removes them from the groups
//
// ATLASSIAN_ADMIN_ORG_ID names the organization if the key can access several; ATLASSIAN_ADMIN_BASE_URL names another server, such
// as a simulator. The types are checked by `tsc`.

import { AdminClient, AdminError } from 'atlassian-admin';

const { ATLASSIAN_ADMIN_API_KEY: apiKey, ATLASSIAN_ADMIN_BASE_URL: baseUrl, ATLASSIAN_ADMIN_ORG_ID } = process.env;
const isRemoving = process.argv.includes('--remove');

/** @import { DirectoryUser, UserGroup } from 'atlassian-admin' */
/** @typedef {{ directoryId: string, user: DirectoryUser, group: UserGroup }} Membership */

/**
 * Returns all memberships of suspended users. They are collected before any is removed, since a removal would shift the pages.
 *
 * @param {AdminClient} admin
 * @param {string} orgId
 */
async function memberships(admin, orgId) {
  /** @type {Membership[]} */
  const found = [];
  for await (const { directoryId } of admin.directories.list({ orgId })) {
    const suspended = admin.users.search({ orgId, directoryId, status: ['suspended'], expand: ['groups'], limit: 100 });
    for await (const user of suspended) {
      found.push(...(user.groups ?? []).map((group) => ({ directoryId, user, group })));
    }
  }
  return found;
}

/**
 * Returns one field of a line.
 *
 * @param {string | null | undefined} text
 */
const field = (text) => `"${(text ?? '').replaceAll('"', '""')}"`;

async function main() {
  const admin = new AdminClient({ apiKey, baseUrl });
  const orgId = ATLASSIAN_ADMIN_ORG_ID ?? (await admin.orgs.list().first())?.id;
  if (!orgId) {
    console.error('the key lists no organization, as a key with scopes may: set ATLASSIAN_ADMIN_ORG_ID');
    process.exitCode = 1;
    return;
  }
  console.log('directory,account,email,group,name');
  for (const { directoryId, user, group } of await memberships(admin, orgId)) {
    if (isRemoving) {
      try {
        await admin.groups.removeMember({ orgId, directoryId, groupId: group.id, accountId: user.accountId });
      } catch (error) {
        // Groups of an identity provider can only be changed there: report it, and continue with the next.
        if (!(error instanceof AdminError) || error.status !== 403) throw error;
        console.error(`${user.accountId} stays in ${group.name}: ${error.message}`);
        process.exitCode = 4;
        continue;
      }
    }
    console.log([directoryId, user.accountId, user.email, group.id, group.name].map(field).join());
  }
  admin.close();
}

main().catch((error) => {
  // The message ends with a hint; the server's text is separate, since it may contain personal data.
  console.error(error instanceof AdminError ? [error.message, error.detail].filter(Boolean).join('\n') : error);
  process.exitCode = 1;
});
