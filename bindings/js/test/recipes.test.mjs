// The recipes of the README: each runs against a simulator with the users and groups that it needs.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { blocks, project, run } from './readme/readme.mjs';

const recipes = blocks.filter(({ section }) => section === 'Recipes');
const { folder, remove } = project();
after(remove);

const ANN = { email: 'ann@example.com', groups: ['leavers'], tokens: ['laptop', 'ci'] };
const AUDITORS = { name: 'auditors' };

/** What each recipe needs, prints and changes, by its title. */
const EXPECTED = {
  'Offboard a leaver': {
    scenario: { users: [ANN] },
    prints: /^$/,
    changes: ['api_token_revoked', 'api_token_revoked', 'user_deactivated'],
  },
  'Find users who never used their licence': { prints: /^(\S+@\S+( [\w-]+)+\n){22}$/, changes: [] },
  'Add a user to a group by name': { scenario: { users: [ANN], groups: [AUDITORS] }, prints: /^$/, changes: ['user_added_to_group'] },
  'Create a group and wait for it': { scenario: { users: [ANN] }, prints: /^$/, changes: ['group_created', 'user_added_to_group'] },
  'Invite users, and read what failed': {
    quirks: ['licence-limit'],
    prints: /^dan@example\.com atlassian\/user [^\n]+\neve@example\.com atlassian\/user [^\n]+\n$/,
    changes: ['user_invited', 'user_invited'],
  },
  'Revoke old API tokens': {
    accounts: 0,
    scenario: { users: [ANN] },
    prints: /^revoked ann@example\.com laptop\nrevoked ann@example\.com ci\n$/,
    changes: ['api_token_revoked', 'api_token_revoked'],
  },
  'Copy the audit log to NDJSON': { prints: /^$/, changes: [], written: /^(\{"id":"[\w-]+",.*\}\n){40}$/ },
  'Create and change a SCIM user': { prints: /^kim@example\.com false\n$/, changes: ['user_provisioned', 'user_deactivated'] },
  'List policies, and add one': {
    scenario: { policies: ['office'] },
    prints: /^([^\n]+ (enabled|disabled) \[[^\]]*\]\n){1}office enabled \[ '192\.0\.2\.0\/24' \]\n$/,
    changes: ['policy_created'],
  },
  'Write all users of all directories as CSV': { directories: 2, prints: /^("Example Corp"(,"[^"]*"){4}\n){24}("Example Corp 2"(,"[^"]*"){4}\n){25}$/, changes: [] },
};

test('each recipe has an expectation', () => {
  assert.deepEqual(recipes.map(({ title }) => title), Object.keys(EXPECTED));
});

for (const [index, { title, code }] of recipes.entries()) {
  test(`a recipe runs: ${title}`, async () => {
    const { prints, changes, written, ...settings } = EXPECTED[title];
    const program = `import { writeFileSync } from 'node:fs';
import { AdminClient } from 'atlassian-admin';
import { Simulator } from 'atlassian-admin-simulator';
const simulator = await Simulator.create(${JSON.stringify({ accounts: 50, events: 40, rateLimits: false, ...settings })});
const { apiKey, directoryKey, orgId, directoryId } = simulator;
const admin = new AdminClient({ apiKey, directoryKey, backend: simulator });
${code}
admin.close();
writeFileSync('changes${index}.json', JSON.stringify(simulator.changes()));
`;
    writeFileSync(join(folder, `recipe${index}.mjs`), program);
    const { stdout, stderr } = await run(`recipe${index}.mjs`, folder);
    assert.equal(stderr, '');
    assert.match(stdout, prints);
    const made = JSON.parse(readFileSync(join(folder, `changes${index}.json`), 'utf8'));
    assert.deepEqual(made.map(({ action }) => action), changes);
    if (written) assert.match(readFileSync(join(folder, 'audit.ndjson'), 'utf8'), written);
  });
}
