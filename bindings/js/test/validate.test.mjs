// Validation of responses.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { AdminClient, AdminError, ValidationError } from 'atlassian-admin';
import { program, simulate } from './simulator.mjs';

const uncaught = [];
process.on('uncaughtException', (error) => uncaught.push(error));
process.on('unhandledRejection', (error) => uncaught.push(error));

let place;

before(async () => {
  place = await simulate('--accounts', '60', '--events', '150', '--no-rate-limits');
});

after(() => {
  place?.stop();
  assert.deepEqual(uncaught, []);
});

/** A client whose requests get these texts or bytes as responses, in turn. */
async function answering(bodies, options) {
  const left = [...bodies];
  const fetch = async () => {
    const body = left.shift();
    const read = typeof body === 'string' ? { text: async () => body } : { arrayBuffer: async () => body.buffer };
    return { status: 200, headers: { get: () => null }, ...read };
  };
  return AdminClient.create({ apiKey: 'key', retry: false, fetch, ...options });
}

const LIST = JSON.stringify({
  data: [
    { account_id: 'a', name: 'Ünï', account_status: 'a later status', new: { property: [1] }, email: null },
    { account_id: 7, name: ['b'], product_access: [{ key: 'k' }, null, { name: 1.5 }] },
    { name: 'c', access_billable: 'no' },
    'd',
  ],
  links: { next: '', self: [] },
  meta: null,
});
const FOUND = [
  ['data[1].account_id', 'text', 'a number'],
  ['data[1].name', 'text', 'a list'],
  ['data[1].product_access[1]', 'an object', 'null'],
  ['data[1].product_access[2].name', 'text', 'a number'],
  ['data[2].access_billable', 'true or false', 'text'],
  ['data[2].account_id', 'text', 'nothing'],
  ['data[3]', 'an object', 'text'],
  ['links.self', 'text', 'a list'],
];
const org = { orgId: 'o' };

/** The findings of one operation, as text. */
const short = (findings) => findings.map(({ path, expected, found }) => [path, expected, found]);

/** Returns what `act` writes to the console. */
async function warnings(act) {
  const { warn, error } = console;
  const printed = [];
  console.warn = console.error = (...args) => printed.push(args);
  try {
    await act();
  } finally {
    Object.assign(console, { warn, error });
  }
  return printed;
}

for (const [form, body] of [['text', LIST], ['bytes', new TextEncoder().encode(LIST)]]) {
  test(`findings in ${form} are reported by their paths, and the page is returned`, async () => {
    const found = [];
    const admin = await answering([body], { validate: 'warn', onFinding: (finding) => found.push(finding) });
    const page = await admin.accounts.list(org);
    assert.deepEqual(page.answer, JSON.parse(LIST));
    assert.deepEqual(short(found), FOUND);
    assert.ok(found.every(({ operation }) => operation === 'accounts.list'));
    admin.close();
  });
}

test('without onFinding, each path is printed once', async () => {
  const admin = await answering([LIST, LIST], { validate: 'warn' });
  const printed = await warnings(async () => {
    await admin.accounts.list(org);
    await admin.accounts.list(org);
  });
  assert.deepEqual(
    printed.map(([args]) => args),
    FOUND.map(([path, expected, found]) => `atlassian-admin: accounts.list: ${path}: expected ${expected}, found ${found}`),
  );
  admin.close();
});

test('an exception of onFinding is printed, and the page is returned', async () => {
  const boom = new Error('boom');
  const admin = await answering([LIST], { validate: 'warn', onFinding: () => { throw boom; } });
  const printed = await warnings(async () => assert.equal((await admin.accounts.list(org)).items.length, 4));
  assert.deepEqual(printed, FOUND.map(() => [boom]));
  admin.close();
});

test('onFinding may call the client', async () => {
  const again = [];
  const admin = await answering([LIST, '{"data":{"id":"o"}}'], {
    validate: 'warn',
    onFinding: () => again.length || again.push(admin.orgs.get({ orgId: 'o' })),
  });
  await admin.accounts.list(org);
  assert.equal((await again[0]).data.id, 'o');
  admin.close();
});

test('a response of a wrong type is a ValidationError', async () => {
  for (const answer of ['[]', '{}', '7', 'null']) {
    const admin = await answering([answer], { validate: 'throw' });
    const error = await admin.orgs.get({ orgId: 'o' }).catch((error) => error);
    assert.deepEqual([error.name, error.answer], ['ValidationError', JSON.parse(answer)]);
    admin.close();
  }
});

test('with `throw`, findings are a ValidationError that has the page', async () => {
  const admin = await answering([LIST, '{"data":[]}'], { validate: 'throw' });
  const list = admin.accounts.list(org);
  const error = await list.catch((error) => error);
  assert.ok(error instanceof ValidationError && error instanceof AdminError);
  assert.equal(error.name, 'ValidationError');
  assert.equal(error.operation, 'accounts.list');
  assert.equal(
    error.message,
    'accounts.list: the answer is not as documented: data[1].account_id: expected text, found a number; ' +
      'data[1].name: expected text, found a list; data[1].product_access[1]: expected an object, found null; and 5 more',
  );
  assert.deepEqual(short(error.findings), FOUND);
  assert.equal(error.count, 8);
  assert.equal(error.answer.items.length, 4);
  assert.deepEqual(error.answer.answer, JSON.parse(LIST));
  assert.equal(error.answer.cursor, undefined);
  assert.ok(!Object.keys(error).includes('answer'), 'a printed error shows no personal data');
  admin.close();
});

test('the error of a call has the response and the count of all findings', async () => {
  const answer = { data: Array.from({ length: 250 }, () => 7), has_more: 'no' };
  const admin = await answering([JSON.stringify(answer)], { validate: 'throw' });
  const error = await admin.events.actions({ orgId: 'o' }).catch((error) => error);
  assert.ok(error instanceof ValidationError, `${error}`);
  assert.equal(error.findings.length, 100);
  assert.equal(error.count, 250);
  assert.deepEqual(error.answer, answer);
  admin.close();
});

test('validation is off by default', async () => {
  const admin = await answering([LIST]);
  assert.deepEqual(await warnings(async () => assert.equal((await admin.accounts.list(org)).items.length, 4)), []);
  admin.close();
});

test('an undocumented property is not a finding', async () => {
  const answer = { data: { id: 'o', type: 'a later type', new: [{}], attributes: null, ['__proto__']: 1 }, newer: 1 };
  const admin = await answering([JSON.stringify(answer)], { validate: 'throw' });
  assert.deepEqual(await admin.orgs.get({ orgId: 'o' }), JSON.parse(JSON.stringify(answer)));
  admin.close();
});

test('a response that is not JSON is a DecodeError', async () => {
  const admin = await answering(['{"data":'], { validate: 'throw' });
  await assert.rejects(admin.orgs.get({ orgId: 'o' }), { name: 'DecodeError' });
  admin.close();
});

test('the error of a feed has the events, and no checkpoint is stored', async () => {
  const page = JSON.stringify({ data: [{ id: 'e', attributes: { action: 7 } }] });
  const stored = [];
  const admin = await answering([page, page], { validate: 'throw' });
  const stream = admin.events.stream({ orgId: 'o', onCheckpoint: (checkpoint) => stored.push(checkpoint) });
  const error = await stream.next().catch((error) => error);
  assert.ok(error instanceof ValidationError, `${error}`);
  assert.deepEqual(error.answer, JSON.parse(page).data);
  assert.deepEqual(stored, [], 'who goes on from the last checkpoint gets them again');
  admin.close();
});

test('an invalid option for validation is a TypeError', async () => {
  for (const [options, message] of [
    [{ validate: 'maybe' }, "AdminClient: validate: must be 'off', 'warn' or 'throw'"],
    [{ validate: true }, 'AdminClient: validate: must be string'],
    [{ validate: 'warn', onFinding: 'f' }, 'AdminClient: onFinding: must be function'],
  ]) {
    await assert.rejects(AdminClient.create({ apiKey: 'key', ...options }), { name: 'TypeError', message });
  }
});

/** Returns the name of a method as `group.method`. */
const dotted = ({ group, name }) => `${group}.${name}`.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

/** Read operations that are sent by POST. */
const POSTED = ['users.search', 'groups.search', 'workspaces.search', 'legacy.searchUsers', 'legacy.searchGroups'];

describe('the response of the simulator is valid and has the requested item', () => {
  const operations = JSON.parse(execFileSync(program, ['operations', '--json'], { encoding: 'utf8' }));
  const reads = operations.filter((operation) => operation.method === 'GET' || POSTED.includes(dotted(operation)));
  // A client for each operation: each client keeps the limits of the API, also if the server does
  // not.
  const create = () => AdminClient.create({ apiKey: place.apiKey, directoryKey: place.directoryKey, baseUrl: place.baseUrl, validate: 'throw' });
  let known;

  before(async () => {
    const admin = await create();
    const { orgId, directoryId } = place;
    const { id: userId } = await admin.scim.createUser({
      directoryId,
      body: { userName: 'new@example.com', emails: [{ value: 'new@example.com', primary: true }], displayName: 'New' },
    });
    const { id } = await admin.scim.createGroup({ directoryId, body: { displayName: 'new' } });
    const attributes = { type: 'ip-allowlist', name: 'Offices', status: 'enabled', rule: { in: ['10.0.0.0/8'] } };
    const { data: policy } = await admin.policies.create({ orgId, data: { type: 'policy', attributes } });
    const [[account], groups, [event], [domain]] = await Promise.all(
      [admin.users.list({ orgId, directoryId }), admin.groups.search({ orgId, directoryId, limit: 100 }), admin.events.query({ orgId }), admin.domains.list({ orgId })].map((list) => list.then(({ items }) => items)),
    );
    const { accountId } = account;
    // A group with a role.
    const { id: groupId } = groups.find(({ name }) => name.startsWith('org-admins'));
    known = { orgId, directoryId, accountId, groupId, eventId: event.id, domainId: domain.id, policyId: policy.id, userId, id };
    admin.close();
  });

  /** Returns the argument for a variable in a path of Atlassian's documents. */
  const argument = (name) => ({ account_id: 'accountId', aaId: 'accountId' })[name] ?? name;

  test('every read that uses POST is an operation', () => {
    assert.deepEqual(reads.filter(({ method }) => method !== 'GET').map(dotted), POSTED);
  });

  for (const operation of reads) {
    test(dotted(operation), async () => {
      const names = [...operation.path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name);
      const args = Object.fromEntries(names.map(argument).map((name) => [name, known[name]]));
      const admin = await create();
      const [group, method] = dotted(operation).split('.');
      const answer = admin[group][method](args);
      if (answer.pages) {
        const items = [];
        for await (const page of answer.pages()) items.push(...page.items);
        const unique = new Set(items.map((item) => JSON.stringify(item)));
        assert.ok(items.length > 0 && unique.size === items.length, `${items.length} items, ${unique.size} of them unique`);
      } else {
        const value = await answer;
        // An object that is read by its id has this id.
        if (operation.path.endsWith('}')) assert.ok(Object.values(value.data ?? value).includes(args[argument(names.at(-1))]), JSON.stringify(value));
      }
      admin.close();
    });
  }
});

test('a feed resumes after an invalid batch with the checkpoint of the error', async () => {
  const event = (id, action) => ({ id, type: 'events', attributes: { processedAt: '2026-01-02T03:04:05Z', action } });
  const pages = {
    first: { data: [event('a', 7), event('b', 'user_added')], links: { next: 'second' } },
    second: { data: [event('c', 'user_removed')], links: {} },
  };
  const fetch = async (url) => Response.json(pages[new URL(url).searchParams.get('cursor') ?? 'first']);
  const admin = await AdminClient.create({ apiKey: 'key', validate: 'throw', fetch });
  /** What a run receives, from its loop or its error, and where it ends. */
  const run = async (checkpoint) => {
    const seen = [];
    const onCheckpoint = (at) => (checkpoint = at);
    try {
      for await (const event of admin.events.stream({ ...org, checkpoint, onCheckpoint })) seen.push(event);
    } catch (error) {
      assert.ok(error instanceof ValidationError, error);
      seen.push(...error.answer);
      checkpoint = error.checkpoint;
    }
    return [seen.map(({ id }) => id), checkpoint];
  };
  const [first, afterFirst] = await run();
  const [second, afterSecond] = await run(afterFirst);
  const [third] = await run(afterSecond);
  assert.deepEqual([first, second, third], [['a', 'b'], ['c'], []]);
  admin.close();
});
