// Settings, and what goes wrong on purpose.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Simulator } from '../dist/index.js';
import { AdminClient } from '../../js/dist/index.js';

const QUIRKS = /^Simulator\.create: quirks\[0\]: unknown quirk "no-such"; the quirks are bare-cursor, [^]*, undocumented-properties$/;
const FAULTS = /^Simulator\.create: faults\[0\]: unknown fault "no-such"; the faults are STATUS, reset, [^]*; STATUS is a number from 400 to 599$/;
const INVALID = [
  [{ acounts: 1 }, /^Simulator\.create: acounts: is not known here; known are seed, accounts, [^]*, organizations$/],
  [{ accounts: -1 }, 'accounts: must be a whole number from 0 to 10000000, not -1'],
  [{ accounts: 'many' }, 'accounts: must be a whole number from 0 to 10000000, not "many"'],
  [{ accounts: NaN }, 'accounts: must be a whole number from 0 to 10000000, not "NaN"'],
  [{ directories: 0 }, 'directories: must be a whole number from 1 to 1000, not 0'],
  [{ eventsPerMinute: -1 }, 'eventsPerMinute: must be a number from 0 to 60000, not -1'],
  [{ rateLimits: 'no' }, 'rateLimits: must be true or false, not "no"'],
  [{ now: -1 }, 'now: must be a time of the years 1970 to 9999, not -1'],
  [{ quirks: 'bare-cursor' }, 'quirks: must be a list, not "bare-cursor"'],
  [{ quirks: ['no-such'] }, QUIRKS],
  [{ faults: ['no-such'] }, FAULTS],
  [{ faults: [503] }, 'faults[0]: must be an object or a text, not 503'],
  [{ faults: [{}] }, 'faults[0]: must have either `status` or `kind`'],
  [{ faults: [{ status: 200 }] }, 'faults[0].status: must be a whole number from 400 to 599, not 200'],
  [{ faults: [{ kind: 'no-such' }] }, /^Simulator\.create: faults\[0\]\.kind: must be one of reset, [^]*, late, not "no-such"$/],
  [{ faults: [{ kind: 'STATUS' }] }, /^Simulator\.create: faults\[0\]\.kind: must be one of reset, /],
  [{ faults: [{ kind: 'delay' }] }, 'faults[0].ms: must be given'],
  [{ faults: ['hang', { kind: 'reset', as: 'hang' }] }, 'faults[1].as: is not known here; known are kind, on, skip, every, chance, times'],
  [{ faults: [{ status: 503, on: 'events.pol' }] }, 'faults[0].on: "events.pol" is not an operation; write its name, such as events.poll'],
  [{ faults: [{ status: 503, times: [] }] }, 'faults[0].times: must be a number or a text without a comma, not a list'],
  [
    { faults: [{ status: 503, retryAfter: 'soon' }] },
    'faults[0].retryAfter: "soon" is not a whole number of seconds, http-date, iso or none',
  ],
  [
    { faults: [{ status: 503, times: 0 }] },
    'faults[0].times: 0 is not a whole number of at least 1; with 0 the fault would never apply',
  ],
  [{ organizations: [{ now: 1 }] }, /^Simulator\.create: organizations\[0\]\.now: is not known here; known are seed, [^]*, scenario$/],
  [{ scenario: { users: [{}] } }, 'scenario.users[0].email: must be given'],
  [{ scenario: { users: [{ email: '' }] } }, 'scenario.users[0].email: must be a text that is not empty, not ""'],
  [
    { scenario: { users: [{ email: 'ann@example.com', directory: 1 }] } },
    'scenario.users[0].directory: must be a whole number from 0 to 0, not 1; set `directories`, which is 1',
  ],
  [
    { scenario: { groups: [{ name: 'auditors', roles: [{ role: 'no-such', resource: 'confluence' }] }] } },
    'scenario.groups[0]: the step WithRole("no-such", "confluence") cannot be taken: the role is not known',
  ],
  [null, 'must be an object, not null'],
];

for (const [settings, message] of INVALID) {
  test(`create names the wrong setting: ${JSON.stringify(settings)}`, async () => {
    const expected = typeof message === 'string' ? `Simulator.create: ${message}` : message;
    await assert.rejects(Simulator.create(settings), { name: 'TypeError', message: expected });
  });
}

test('methods name the wrong argument', async () => {
  const simulator = await Simulator.create();
  const refused = (act, message) => assert.throws(act, { name: 'TypeError', message });
  refused(() => simulator.setFaults([{ status: 1 }]), 'Simulator.setFaults: faults[0].status: must be a whole number from 400 to 599, not 1');
  refused(() => simulator.setFaults('503'), 'Simulator.setFaults: faults: must be a list, not "503"');
  refused(() => simulator.arrange({ user: [] }), 'Simulator.arrange: scenario.user: is not known here; known are users, groups, policies, recorded');
  refused(() => simulator.advance(-1), 'Simulator.advance: must be a number of milliseconds, not below 0');
  const missing = (act, message) => assert.throws(act, { name: 'RangeError', message });
  missing(() => simulator.accountId('nobody@example.com'), 'Simulator: no account has the address nobody@example.com: state it in the scenario');
  missing(() => simulator.groupId('nobody'), 'Simulator: no group has the name nobody: state it in the scenario');
  await assert.rejects(simulator.execute({ method: 'GET', url: 'no url' }), {
    name: 'TypeError',
    message: /^Simulator\.execute: this is not a request: /,
  });
  assert.throws(() => new Simulator(), { name: 'TypeError', message: 'Simulator: is created by `await Simulator.create(…)`' });
});

test('time starts at `now`, and new events appear', async () => {
  const now = new Date('2026-05-05T12:00:00Z');
  const simulator = await Simulator.create({ now, events: 10, eventsPerMinute: 60_000 });
  const { apiKey, orgId } = simulator;
  const admin = await AdminClient.create({ apiKey, backend: simulator });
  let count = 0;
  for await (const event of admin.events.follow({ orgId, intervalMs: 1 })) {
    count += 1;
    if (count > 20) {
      assert.equal(event.attributes.processedAt.slice(0, 16), '2026-05-05T12:00');
      break;
    }
  }
  admin.close();
});

test('faults apply: a lost connection, a missing response, a late response', async () => {
  const simulator = await Simulator.create();
  const { apiKey, orgId } = simulator;
  const admin = await AdminClient.create({ apiKey, backend: simulator, retry: false });
  simulator.setFaults([{ kind: 'reset' }]);
  const lost = await admin.orgs.get({ orgId }).catch((error) => error);
  assert.equal(lost.name, 'ConnectionError');
  assert.equal(lost.thrown.message, 'the connection was reset');
  simulator.setFaults(['hang']);
  await assert.rejects(admin.orgs.get({ orgId }, { timeoutMs: 5 }), { name: 'TimeoutError' });
  const controller = new AbortController();
  const headers = { authorization: `Bearer ${apiKey}` };
  const call = simulator.execute({ method: 'GET', url: 'http://here/admin/v1/orgs', headers, signal: controller.signal });
  controller.abort(new Error('enough'));
  await assert.rejects(call, { message: 'enough' });
  simulator.setFaults([{ kind: 'delay', ms: 3 }]);
  assert.equal((await admin.orgs.get({ orgId })).data.id, orgId);
  admin.close();
});

test('the types name what the simulator knows', async () => {
  const names = readFileSync(new URL('../dist/names.d.ts', import.meta.url), 'utf8');
  const union = (name) => Array.from(new RegExp(`export type ${name} =([^;]*);`).exec(names)[1].matchAll(/'([^']+)'/g), ([, value]) => value);
  const reason = (settings) => Simulator.create(settings).then(assert.fail, ({ message }) => message);
  const listed = (text) => text.split(', ');
  const [, quirks] = /; the quirks are (.*)$/.exec(await reason({ quirks: ['?'] }));
  assert.deepEqual(union('Quirk'), listed(quirks));
  const [, kinds] = /must be one of (.*), not "\?"$/.exec(await reason({ faults: [{ kind: '?' }] }));
  assert.deepEqual(Array.from(names.matchAll(/ {4}kind: '([^']+)';/g), ([, kind]) => kind), listed(kinds));
  const operations = union('OperationName');
  assert.equal(operations.length, Number(/(\d+) operations\.$/m.exec(readFileSync(new URL('../../js/OPERATIONS.md', import.meta.url), 'utf8'))[1]));
  await Simulator.create({ faults: operations.map((on) => ({ status: 503, on })) });
});
