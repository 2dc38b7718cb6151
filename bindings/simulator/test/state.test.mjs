// What a test states before a call, and what it asks the simulator after it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Simulator } from '../dist/index.js';
import { AdminClient } from '../../js/dist/index.js';

async function started(settings) {
  const simulator = await Simulator.create({ accounts: 5, events: 10, rateLimits: false, ...settings });
  const { apiKey, directoryKey, orgId, directoryId } = simulator;
  const admin = new AdminClient({ apiKey, directoryKey, backend: simulator, retry: { firstWaitMs: 1, longestWaitMs: 1 } });
  return { simulator, admin, orgId, directoryId };
}

test('a scenario has the users, groups, roles, tokens and policies that a test states', async () => {
  const role = { role: 'atlassian/user', resource: 'confluence' };
  const { simulator, admin, orgId, directoryId } = await started({
    scenario: {
      groups: [{ name: 'writers', roles: [role] }],
      users: [
        { email: 'ann@example.com', suspended: true, groups: ['auditors', 'writers'], tokens: ['ci'] },
        { email: 'bob@example.com', provisioned: true, roles: [role] },
        { email: 'cid@example.com', forDeletion: true },
      ],
      policies: ['office'],
    },
  });
  const ann = simulator.accountId('ann@example.com');
  assert.deepEqual(await admin.groups.search({ orgId, directoryId, searchTerm: 'auditors' }).toArray().then(([{ id }]) => id), simulator.groupId('auditors'));
  const user = await admin.users.get({ orgId, directoryId, accountId: ann });
  assert.equal(user.data.membershipStatus, 'suspended');
  const tokens = await admin.account.listTokens({ accountId: ann });
  assert.deepEqual(tokens.map(({ label }) => label), ['ci']);
  const bob = await admin.scim.listUsers({ directoryId, filter: 'userName eq "bob@example.com"' }).toArray();
  assert.deepEqual(bob.map(({ userName }) => userName), ['bob@example.com']);
  const roles = await admin.users.listRoles({ orgId, directoryId, accountId: simulator.accountId('bob@example.com') }).toArray();
  assert.ok(roles.some(({ roles }) => roles.includes('atlassian/user')));
  const policies = await admin.policies.list({ orgId, type: 'ip-allowlist' }).toArray();
  assert.ok(policies.some(({ attributes }) => attributes.name === 'office'));
  assert.deepEqual(simulator.changes(), []);
  admin.close();
});

test('arrange makes changes later, and records them if it is asked to', async () => {
  const { simulator } = await started({});
  simulator.arrange({ users: [{ email: 'ann@example.com', groups: ['auditors'] }] });
  assert.deepEqual(simulator.changes(), []);
  simulator.arrange({ recorded: true, users: [{ email: 'ann@example.com', groups: ['writers'] }] });
  const added = simulator.changes().filter(({ action }) => action === 'user_added_to_group');
  assert.deepEqual(added, [{ action: 'user_added_to_group', objects: [simulator.groupId('writers'), simulator.accountId('ann@example.com')] }]);
});

test('a user is in the directory of a number', async () => {
  const { simulator, admin, orgId } = await started({ directories: 2, scenario: { users: [{ email: 'ann@example.com', directory: 1 }] } });
  const accountId = simulator.accountId('ann@example.com');
  const [first, second] = simulator.directoryIds;
  assert.equal(first, simulator.directoryId);
  assert.equal((await admin.users.get({ orgId, directoryId: second, accountId })).data.accountId, accountId);
  await assert.rejects(admin.users.get({ orgId, directoryId: first, accountId }), { name: 'NotFoundError' });
  admin.close();
});

test('the key opens several organizations, each with its own scenario', async () => {
  const { simulator, admin } = await started({ organizations: [{ accounts: 7, scenario: { groups: [{ name: 'auditors' }] } }] });
  const orgs = await admin.orgs.list().toArray();
  assert.deepEqual(orgs.map(({ id }) => id), simulator.orgIds);
  const [, orgId] = simulator.orgIds;
  assert.equal((await admin.accounts.list({ orgId }).toArray()).length, 7);
  const groups = await admin.groups.list({ orgId, directoryId: '-' }).toArray();
  assert.ok(groups.some(({ name }) => name === 'auditors'));
  assert.throws(() => simulator.groupId('auditors'), { name: 'RangeError' });
  admin.close();
});

test('objects and texts describe the same faults', async () => {
  for (const faults of [['503:operation=orgs.get,skip=1,times=1'], [{ status: 503, on: 'orgs.get', skip: 1, times: 1 }]]) {
    const { simulator, admin, orgId } = await started({ faults });
    await admin.orgs.get({ orgId });
    await admin.orgs.get({ orgId });
    assert.deepEqual(simulator.requests().map(({ status }) => status), [200, 503, 200]);
    admin.close();
  }
});

test('requests are reported as they were sent, and can be forgotten', async () => {
  const { simulator, admin, orgId } = await started({ faults: [{ kind: 'reset', times: 1 }] });
  await admin.orgs.get({ orgId });
  const target = `/admin/v1/orgs/${orgId}`;
  assert.deepEqual(simulator.requests(), [{ method: 'GET', target, status: null }, { method: 'GET', target, status: 200 }]);
  simulator.clearRequests();
  assert.deepEqual([simulator.requests(), simulator.requestCount], [[], 0]);
  admin.close();
});

test('requests refuses a list that is not whole', async () => {
  const simulator = await Simulator.create();
  for (let count = 0; count <= 10_000; count += 1) await simulator.execute({ method: 'GET', url: 'http://here/' });
  assert.equal(simulator.requestCount, 10_001);
  const message = 'Simulator.requests: request 0 is not kept, as are the first 1 of 10001: read the requests from 1 on, or count them';
  assert.throws(() => simulator.requests(), { name: 'RangeError', message });
});

test('advance moves simulated time: events appear, and rate limits are renewed', async () => {
  const { simulator, admin, orgId } = await started({ eventsPerMinute: 1, rateLimits: true });
  const before = simulator.now;
  simulator.advance(630_000);
  assert.ok(simulator.now - before >= 630_000 && simulator.now - before < 660_000);
  let count = 0;
  for await (const event of admin.events.stream({ orgId })) count += event.type === 'events' ? 1 : 0;
  assert.equal(count, 20);
  const hasty = new AdminClient({ apiKey: simulator.apiKey, backend: simulator, rateGate: false, retry: false });
  const refused = async () => {
    for (;;) await hasty.events.query({ orgId, limit: 1 });
  };
  await assert.rejects(refused(), { name: 'RateLimitError' });
  simulator.advance(60_000);
  assert.equal((await hasty.events.query({ orgId, limit: 1 })).items.length, 1);
  hasty.close();
  admin.close();
});
