// The script lists exactly the memberships of suspended users, removes those that it may, and
// reports the others.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { text } from 'node:stream/consumers';
import { AdminClient } from 'atlassian-admin';
import { compile } from '../compile.mjs';
import { simulate } from '../simulator.mjs';
import { place } from './place.mjs';

let copy;
let server;

before(async () => {
  copy = place('node-review-access');
  server = await simulate('--accounts', '400', '--events', '10', '--no-rate-limits');
});

after(() => {
  server?.stop();
  copy?.remove();
});

/** Runs the script. Returns its lines without the first, its standard error, and its exit code. */
async function run(args = [], environment = {}) {
  const child = spawn(process.execPath, ['review-access.mjs', ...args], {
    cwd: copy.folder,
    env: { ATLASSIAN_ADMIN_API_KEY: server.apiKey, ATLASSIAN_ADMIN_BASE_URL: server.baseUrl, ...environment },
  });
  const [out, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, lines: out.split('\n').slice(1, -1), stderr, code };
}

/** Returns the expected memberships, read by other means: the suspended members of each group. */
async function truth() {
  const { apiKey, baseUrl, orgId, directoryId } = server;
  const admin = await AdminClient.create({ apiKey, baseUrl });
  const lines = [];
  for await (const group of admin.groups.search({ orgId, directoryId, limit: 100 })) {
    const members = admin.users.search({ orgId, directoryId, groupIds: [group.id], limit: 100 });
    for await (const user of members) {
      if (user.status === 'suspended') {
        lines.push(`"${directoryId}","${user.accountId}","${user.email}","${group.id}","${group.name}"`);
      }
    }
  }
  admin.close();
  return lines.sort();
}

test('its types are right, without a cast', () => assert.equal(compile(copy.folder), ''));

test('the program lists each membership of a suspended user once', async () => {
  const { lines, stderr, code } = await run();
  assert.deepEqual([stderr, code], ['', 0]);
  assert.ok(lines.length > 20, `${lines.length}`);
  assert.deepEqual(lines.toSorted(), await truth());
});

test('the program removes memberships and names those that it may not remove', async () => {
  const before = await truth();
  const { lines, stderr, code } = await run(['--remove']);
  const left = await truth();
  assert.equal(code, 4);
  assert.deepEqual([...lines, ...left].sort(), before);
  assert.ok(lines.length > 0 && left.length > 0);
  assert.equal(stderr.trim().split('\n').length, left.length);
});

test('the program exits with the reason if the key is wrong, and does not print the key', async () => {
  const { lines, stderr, code } = await run([], { ATLASSIAN_ADMIN_API_KEY: 'a-wrong-key' });
  assert.deepEqual([lines, code], [[], 1]);
  assert.match(stderr, /^orgs\.list: .*401/);
  assert.doesNotMatch(stderr, /a-wrong-key/);
});

test('the program asks for an organization if the key lists none, and uses one that is set', async () => {
  const scoped = await simulate('--accounts', '400', '--events', '10', '--no-rate-limits', '--quirk', 'scoped-key');
  const environment = { ATLASSIAN_ADMIN_API_KEY: scoped.apiKey, ATLASSIAN_ADMIN_BASE_URL: scoped.baseUrl };
  const without = await run([], environment);
  assert.deepEqual([without.out, without.code], ['', 1]);
  assert.match(without.stderr, /^the key lists no organization, .*: set ATLASSIAN_ADMIN_ORG_ID\n$/);
  const { lines, stderr, code } = await run([], { ...environment, ATLASSIAN_ADMIN_ORG_ID: scoped.orgId });
  assert.deepEqual([stderr, code], ['', 0]);
  assert.ok(lines.length > 20);
  scoped.stop();
});
