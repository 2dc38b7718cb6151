// Invalid arguments and options are refused by name before anything is sent.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { response } from './misbehaving/fetches.mjs';

let sent = 0;
let asked;
let admin;
before(async () => {
  const fetch = async (url, { body }) => {
    sent += 1;
    asked = url + (body ?? '');
    return response(200, '{"data":[],"links":{},"meta":{}}');
  };
  admin = await AdminClient.create({ apiKey: 'key', fetch });
});
after(() => admin?.close());

/** Asserts that nothing is sent, and that the next call works. */
async function refused(begin, message) {
  sent = 0;
  await assert.rejects(async () => { for await (const _ of begin()); }, { name: 'TypeError', message });
  assert.equal(sent, 0);
  await admin.orgs.list();
}

const circular = { emails: [] };
circular.emails.push({ value: circular });

for (const [what, begin, message] of [
  ['an invalid date', () => admin.events.query({ orgId: 'o', from: new Date('garbage') }), 'events.query: from: is not a valid date'],
  ['an invalid date, in a feed', () => admin.events.stream({ orgId: 'o', to: new Date(Number.NaN) }), 'events.stream: to: is not a valid date'],
  ['a BigInt', () => admin.users.search({ orgId: 'o', limit: 50n }), 'users.search: limit: cannot be sent, as it is a bigint'],
  ['a symbol in a list', () => admin.users.search({ orgId: 'o', status: ['active', Symbol('x')] }), 'users.search: status[1]: cannot be sent, as it is a symbol'],
  ['a promise without await', () => admin.users.search({ orgId: 'o', body: { rule: Promise.resolve({}) } }), 'users.search: body.rule: cannot be sent, as it is a Promise'],
  ['a map', () => admin.users.search({ orgId: 'o', status: new Map() }), 'users.search: status: cannot be sent, as it is a Map'],
  ['a boxed number', () => admin.users.search({ orgId: 'o', limit: new Number(Number.NaN) }), 'users.search: limit: cannot be sent, as it is a Number'],
  ['a map of arguments', () => admin.accounts.list(new Map([['orgId', 'o']])), 'accounts.list: takes an object of arguments'],
  ['a promise of arguments', () => admin.accounts.list(Promise.resolve({ orgId: 'o' })), 'accounts.list: takes an object of arguments'],
  ['an empty list of accounts', () => admin.users.list({ orgId: 'o', directoryId: 'd', accountIds: [] }), 'users.list: an argument cannot be sent: accountIds: must not be empty or null: leave it out'],
  ['a null list of accounts', () => admin.users.search({ orgId: 'o', directoryId: 'd', accountIds: null }), 'users.search: an argument cannot be sent: accountIds: must not be empty or null: leave it out'],
  ['a null action, in a query', () => admin.events.query({ orgId: 'o', action: null }), 'events.query: an argument cannot be sent: action: must not be empty or null: leave it out'],
  ['a null searchTerm, in a body', () => admin.users.search({ orgId: 'o', directoryId: 'd', searchTerm: null }), 'users.search: an argument cannot be sent: searchTerm: must not be empty or null: leave it out'],
  ['a lone surrogate', () => admin.users.search({ orgId: 'o', emails: ['a\ud83d@example.com'] }), 'users.search: emails[0]: contains a lone surrogate'],
  ['a function', () => admin.users.search({ orgId: 'o', status: () => {} }), 'users.search: status: cannot be sent, as it is a function'],
  ['an object that contains itself', () => admin.users.search({ orgId: 'o', body: circular }), 'users.search: body.emails[0].value: contains itself'],
  ['a checkpoint that is an object', () => admin.events.stream({ orgId: 'o', checkpoint: { version: 1 } }), 'events.stream: checkpoint: must be text, as onCheckpoint received it'],
  ['a checkpoint that is a number', () => admin.events.follow({ orgId: 'o', checkpoint: 7 }), 'events.follow: checkpoint: must be text, as onCheckpoint received it'],
  ['an onCheckpoint that is text', () => admin.events.stream({ orgId: 'o', onCheckpoint: 'store' }), 'events.stream: onCheckpoint: must be a function'],
  ['a lock that is a number', () => admin.events.stream({ orgId: 'o', lock: 7 }), 'events.stream: lock: must be text'],
  ['a misspelt function', () => admin.events.follow({ orgId: 'o', onCheckpont() {} }), /^events\.follow: onCheckpont: is not known here; known are orgId, from, to, limit, overlapMs, checkpoint, onCheckpoint, lock, intervalMs$/],
  ['an interval of a stream', () => admin.events.stream({ orgId: 'o', intervalMs: 1 }), /^events\.stream: intervalMs: is not known here; known are orgId, from, to, limit, overlapMs, checkpoint, onCheckpoint, lock$/],
  ['options of a feed that are text', () => admin.events.stream('o'), 'events.stream: takes an object of arguments'],
]) {
  test(`${what} is refused`, () => refused(begin, message));
}

test('an object may occur twice in a body, and a valid date is sent', async () => {
  const bodies = [];
  const backend = { execute: async ({ body }) => (bodies.push(JSON.parse(body)), { status: 201, body: '{"id":"u"}' }) };
  const scim = await AdminClient.create({ directoryKey: 'key', backend });
  const email = { value: 'a@example.com' };
  await scim.scim.createUser({ directoryId: 'd', body: { userName: 'a', emails: [email, email], title: new Date(0) } });
  assert.deepEqual(bodies, [{ userName: 'a', emails: [email, email], title: '1970-01-01T00:00:00.000Z' }]);
  scim.close();
});

test('a checkpoint may be null', async () => {
  for await (const _ of admin.events.stream({ orgId: 'o', checkpoint: null })) assert.fail('there is no event');
});

test('arguments and options are copied when the method is called', async () => {
  for (const use of [(list) => list.firstPage(), (list) => list.pages().next(), (list) => list[Symbol.asyncIterator]().next()]) {
    const args = { orgId: 'o', directoryId: 'd', status: ['suspended'] };
    const options = { timeoutMs: 5_000 };
    const list = admin.users.search(args, options);
    args.orgId = 7;
    args.status.pop();
    options.timeoutMs = 'soon';
    await use(list);
    assert.match(asked, /\/orgs\/o\/.*\{"status":\["suspended"\]\}$/);
  }
  for (const begin of ['stream', 'follow']) {
    const options = { orgId: 'o', limit: 7, from: new Date('2026-01-01T00:00:00Z') };
    const walk = admin.events[begin](options);
    options.orgId = 7;
    options.from.setFullYear(1999);
    options.onCheckpoint = 'store';
    const first = walk.next();
    while (!asked.includes('stream')) await new Promise((resolve) => setImmediate(resolve));
    assert.match(asked, /\/orgs\/o\/events-stream\?/);
    assert.match(asked, new RegExp(`from=${Date.parse('2026-01-01T00:00:00Z')}\\b`));
    await walk.return();
    await first;
    asked = '';
  }
});

test('invalid arguments reject the promise that the caller awaits, and no other', async () => {
  const list = admin.users.search({ orgId: 'o', directoryId: 'd', limit: Number.NaN });
  const feed = admin.events.stream({ orgId: 'o', from: new Date(Number.NaN) }, { timeoutMs: -1 });
  const call = admin.orgs.get({ orgId: 7n });
  for (const promise of [list.firstPage(), list.then(), list.pages().next(), list[Symbol.asyncIterator]().next(), feed.next(), call]) {
    await assert.rejects(promise, TypeError);
  }
});

const known = 'known are signal, timeoutMs, retry, headers, validate';
for (const [what, options, problem] of [
  ['a misspelt name', { timeout: 5 }, 'timeout: is not known here'],
  ['a misspelt name without a value', { timeoutMS: undefined }, 'timeoutMS: is not known here'],
  ['a name of every object', { constructor: 7 }, 'constructor: is not known here'],
  ['a signal alone', new AbortController().signal, 'takes an object of options'],
  ['a number alone', 5_000, 'takes an object of options'],
  ['an array', [], 'takes an object of options'],
]) {
  for (const [operation, others, begin] of [
    ['users.search', ', readAhead', () => admin.users.search({ orgId: 'o', directoryId: 'd' }, options)],
    ['users.search', ', readAhead', () => admin.users.search({ orgId: 'o', directoryId: 'd' }, options).pages()],
    ['events.stream', '', () => admin.events.stream({ orgId: 'o' }, options)],
    ['events.follow', '', () => admin.events.follow({ orgId: 'o' }, options)],
  ]) {
    test(`${operation} refuses ${what} as options`, () => refused(begin, `${operation}: ${problem}; ${known}${others}`));
  }
  test(`a call refuses ${what} as options`, async () => {
    sent = 0;
    for (const call of [admin.orgs.get({ orgId: 'o' }, options), admin.orgs.list({}, options).firstPage()]) {
      await assert.rejects(call, { name: 'TypeError', message: new RegExp(`^orgs\\.\\w+: ${problem}; ${known}(, readAhead)?$`) });
    }
    assert.equal(sent, 0);
  });
}

test('a body is sent as JSON.stringify writes it', async () => {
  const value = JSON.parse(`{"a":[1.5,-0.25,1e300,1e21,9007199254740991,-9007199254740991,0,true,false,null],"__proto__":{"x":1},"constructor":"c","":[[],{}],
    "characters":"\\"\\\\\\u0000\\u001f\\u2028é😀"}`);
  const admin = await AdminClient.create({
    directoryKey: 'key',
    fetch: async (_, { body }) => {
      asked = body;
      return response(200, '{}');
    },
  });
  await admin.scim.patchUser({ directoryId: 'd', userId: 'u', body: { Operations: [{ op: 'replace', path: 'title', value }] } });
  const sorted = (value) => (value instanceof Object && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value);
  assert.equal(asked, JSON.stringify({ Operations: [{ op: 'replace', path: 'title', value: sorted(value) }] }));
  admin.close();
});

test('a body with 100,000 levels is refused', async () => {
  let value = 'deep';
  for (let depth = 0; depth < 100_000; depth++) {
    value = [value];
  }
  await refused(() => admin.users.search({ orgId: 'o', directoryId: 'd', body: value }), /^users\.search: body(\[0\])+: is nested too deeply$/);
});
