// Tasks of several operations: finding a directory or a group, and waiting for changes.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { response } from './misbehaving/fetches.mjs';
import { simulate } from './simulator.mjs';

/** A client that answers from a list, and what it sent. */
function answering(...answers) {
  const sent = [];
  const fetch = async (url, { method, body }) => {
    sent.push([`${method} ${new URL(url).pathname}${new URL(url).search}`, ...(body ? [JSON.parse(body)] : [])]);
    const [status, json] = answers.shift() ?? [500, {}];
    return response(status, JSON.stringify(json));
  };
  return { admin: new AdminClient({ apiKey: 'key', fetch, retry: false }), sent };
}

const none = [200, { data: [] }];
const soon = { intervalMs: 1, timeoutMs: 3 };
const SEARCH = 'POST /admin/v2/orgs/o/directories/d/groups/search';
const named = { orgId: 'o', directoryId: 'd', name: 'Auditors' };
const auditors = { id: 'g', name: 'auditors', directoryId: 'd' };

test('groups.ensure() returns a group that exists, and creates nothing', async () => {
  const { admin, sent } = answering([200, { data: [{ id: 'x', name: 'auditors-2' }, auditors] }]);
  assert.deepEqual(await admin.groups.ensure(named), auditors);
  assert.deepEqual(sent, [[SEARCH, { groupNames: ['Auditors'] }]]);
});

test('groups.ensure() creates a group and waits until it appears', async () => {
  const { admin, sent } = answering(none, [201, {}], none, [200, { data: [auditors] }]);
  assert.deepEqual(await admin.groups.ensure(named, soon), auditors);
  assert.deepEqual(sent.map(([request]) => request), [SEARCH, 'POST /admin/v2/orgs/o/directories/d/groups', SEARCH, SEARCH]);
  assert.deepEqual(sent[1][1], { name: 'Auditors' });
});

test('groups.ensure() returns the group that another program creates at the same time', async () => {
  const { admin } = answering(none, [409, {}], [200, { data: [auditors] }]);
  assert.deepEqual(await admin.groups.ensure(named, soon), auditors);
});

test('groups.waitForName() fails with a TimeoutError if the group does not appear', async () => {
  const { admin, sent } = answering(none, none, none, none);
  await assert.rejects(admin.groups.waitForName(named, soon), {
    name: 'TimeoutError',
    operation: 'groups.waitForName',
    message: 'groups.waitForName: the change is not visible after 3 ms; it may appear later: look again, or wait longer with `timeoutMs`',
  });
  assert.equal(sent.length, 4);
});

test('a signal ends a wait between two requests, and its error names the caller', async () => {
  const controller = new AbortController();
  const { admin, sent } = answering(none);
  const waiting = (async function caller() {
    await admin.groups.waitForName(named, { intervalMs: 1e6, timeoutMs: 1e9, signal: controller.signal });
  })();
  while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
  setImmediate(() => controller.abort());
  await assert.rejects(waiting, (error) => {
    assert.equal(error.name, 'AbortError');
    assert.match(error.stack, /\bcaller\b/);
    return true;
  });
});

test('wrong wait options are refused before anything is sent', async () => {
  for (const [options, message] of [
    [{ intervalMs: '1' }, 'groups.waitForName: intervalMs: must be a number, and not below 0'],
    [{ timeoutMs: Number.NaN }, 'groups.waitForName: timeoutMs: must be a number, and not below 0'],
  ]) {
    const { admin, sent } = answering();
    await assert.rejects(admin.groups.waitForName(named, options), { name: 'TypeError', message });
    assert.deepEqual(sent, []);
  }
});

test('wrong parameters of a task are refused by its own name, before anything is sent', async () => {
  for (const [task, message] of [
    [(admin) => admin.groups.ensure(), 'groups.ensure: orgId: must be given'],
    [(admin) => admin.groups.ensure({ orgId: 'o', directoryId: 'd' }), 'groups.ensure: name: must be given'],
    [(admin) => admin.groups.ensure({ ...named, nane: 'x' }), 'groups.ensure: nane: is not known here; known are orgId, directoryId, name'],
    [(admin) => admin.groups.waitForName({ ...named, name: 7 }), 'groups.waitForName: name: must be text'],
    [(admin) => admin.groups.waitForMember({ orgId: 'o' }), 'groups.waitForMember: directoryId: must be given'],
    [(admin) => admin.groups.members().toArray(), /^users\.search: .*must be/],
    [(admin) => admin.users.waitForRole({}), 'users.waitForRole: orgId: must be given'],
    [(admin) => admin.policies.waitUntilSettled(), 'policies.waitUntilSettled: orgId: must be given'],
    [(admin) => admin.policies.waitUntilGone(), 'policies.waitUntilGone: orgId: must be given'],
    [(admin) => admin.directories.only(), 'directories.only: orgId: must be given'],
    [(admin) => admin.directories.ofAccount({ orgId: 'o' }), 'directories.ofAccount: accountId: must be given'],
    [(admin) => admin.directories.ofGroup({ orgId: 'o' }), 'directories.ofGroup: groupId: must be given'],
    [(admin) => admin.groups.waitForName(named, new AbortController().signal), 'groups.waitForName: takes an object of options; known are intervalMs, timeoutMs, signal'],
    [(admin) => admin.groups.waitForName(named, { timeout: 5 }), 'groups.waitForName: timeout: is not known here; known are intervalMs, timeoutMs, signal'],
  ]) {
    const { admin, sent } = answering();
    await assert.rejects(task(admin), { name: 'TypeError', message });
    assert.deepEqual(sent, []);
  }
});

test('groups.waitForMember() waits until the account is a member', async () => {
  const { admin, sent } = answering(none, [200, { data: [{ accountId: 'a' }] }]);
  await admin.groups.waitForMember({ orgId: 'o', directoryId: 'd', groupId: 'g', accountId: 'a' }, soon);
  const search = ['POST /admin/v2/orgs/o/directories/d/users/search', { accountIds: ['a'], groupIds: ['g'] }];
  assert.deepEqual(sent, [search, search]);
});

test('groups.members() is the search for users of the group', async () => {
  const { admin, sent } = answering([200, { data: [{ accountId: 'a' }] }]);
  assert.deepEqual(await admin.groups.members({ orgId: 'o', directoryId: 'd', groupId: 'g' }).toArray(), [{ accountId: 'a' }]);
  assert.deepEqual(sent, [['POST /admin/v2/orgs/o/directories/d/users/search', { groupIds: ['g'] }]]);
});

test('users.waitForRole() accepts both formats of roles', async () => {
  for (const row of [{ roleAssignments: [{ role: 'atlassian/user' }] }, { roles: ['atlassian/user'] }]) {
    const { admin, sent } = answering(none, [200, { data: [{ resourceId: 'other', ...row }] }], [200, { data: [{ resourceId: 'r', ...row }] }]);
    await admin.users.waitForRole({ orgId: 'o', directoryId: 'd', accountId: 'a', resourceId: 'r', role: 'atlassian/user' }, soon);
    assert.equal(sent.length, 3);
  }
});

test('policies.waitUntilSettled() waits while a resource is being changed', async () => {
  const policy = (...states) => [200, { data: { id: 'p', type: 'policy', attributes: { resources: states.map((applicationStatus) => ({ applicationStatus })) } } }];
  const { admin, sent } = answering([404, {}], policy('applied', 'applying'), policy('removing'), policy('applied', 'failed'));
  const settled = await admin.policies.waitUntilSettled({ orgId: 'o', policyId: 'p' }, soon);
  assert.deepEqual(settled, policy('applied', 'failed')[1].data);
  assert.equal(sent.length, 4);
});

test('policies.waitUntilGone() waits until the policy is not found', async () => {
  const { admin, sent } = answering([200, { data: { id: 'p' } }], [404, {}]);
  await admin.policies.waitUntilGone({ orgId: 'o', policyId: 'p' }, soon);
  assert.deepEqual(sent.map(([request]) => request), ['GET /admin/v1/orgs/o/policies/p', 'GET /admin/v1/orgs/o/policies/p']);
});

test('directories.only() and ofAccount() return the only directory', async () => {
  for (const [name, params] of [['only', { orgId: 'o' }], ['ofAccount', { orgId: 'o', accountId: 'a' }]]) {
    const one = answering([200, { data: [{ directoryId: 'd' }] }]);
    assert.deepEqual(await one.admin.directories[name](params), { directoryId: 'd' });
    const nothing = answering(none);
    await assert.rejects(nothing.admin.directories[name](params), { name: 'NotFoundError', operation: `directories.${name}` });
    const two = answering([200, { data: [{ directoryId: 'd' }, { directoryId: 'e' }] }]);
    await assert.rejects(two.admin.directories[name](params), { name: 'AmbiguousError', kind: 'Ambiguous', directoryIds: ['d', 'e'] });
  }
});

test('directories.ofGroup() ignores other groups, if the server ignores the filter', async () => {
  const { admin, sent } = answering([200, { data: [{ id: 'x', directoryId: 'e' }, { id: 'g', directoryId: 'd' }] }]);
  assert.equal(await admin.directories.ofGroup({ orgId: 'o', groupId: 'g' }), 'd');
  assert.deepEqual(sent, [['POST /admin/v2/orgs/o/directories/-/groups/search', { groupIds: ['g'] }]]);
  const nothing = answering([200, { data: [{ id: 'x', directoryId: 'e' }] }]);
  await assert.rejects(nothing.admin.directories.ofGroup({ orgId: 'o', groupId: 'g' }), { name: 'NotFoundError', operation: 'directories.ofGroup' });
});

let server;
before(async () => (server = await simulate('--no-rate-limits', '--accounts', '20')));
after(() => server.stop());

test('a new group can be used at once, over the simulator', async () => {
  const { apiKey, baseUrl, orgId } = server;
  const admin = new AdminClient({ apiKey, baseUrl });
  const user = await admin.users.search({ orgId, directoryId: '-' }).first();
  const { directoryId } = await admin.directories.ofAccount({ orgId, accountId: user.accountId });
  const { id: groupId } = await admin.groups.ensure({ orgId, directoryId, name: 'Workflow Test' });
  assert.equal(await admin.directories.ofGroup({ orgId, groupId }), directoryId);
  await admin.groups.addMember({ orgId, directoryId, groupId, accountId: user.accountId });
  await admin.groups.waitForMember({ orgId, directoryId, groupId, accountId: user.accountId });
  const members = await admin.groups.members({ orgId, directoryId, groupId }).toArray();
  assert.deepEqual(members.map(({ accountId }) => accountId), [user.accountId]);
  admin.close();
});
