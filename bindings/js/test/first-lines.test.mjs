// The first lines of a program: creating a client, reading lists, and the options of a call.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AdminClient, ApiPromise, ListPage } from 'atlassian-admin';
import { ORG, response } from './misbehaving/fetches.mjs';

/** Pages of users: each has two, and names the next one by its number. */
function pages(count) {
  const sent = [];
  const fetch = async (_, { body }) => {
    const page = Number(JSON.parse(body).cursor ?? 0);
    sent.push(page);
    const next = page + 1 < count ? { next: String(page + 1) } : {};
    return response(200, JSON.stringify({ data: [{ accountId: `${page}a` }, { accountId: `${page}b` }], links: next }));
  };
  return { sent, fetch };
}

const ids = (users) => users.map(({ accountId }) => accountId);
const DIRECTORY = { orgId: 'o', directoryId: 'd' };

test('new AdminClient() can be called at once, and sends what create() sends', async () => {
  const sent = [];
  const fetch = async (url, init) => {
    sent.push({ url, ...init, signal: undefined });
    return response(200, ORG);
  };
  const admin = new AdminClient({ apiKey: 'key', fetch });
  assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 'o');
  const created = await AdminClient.create({ apiKey: 'key', fetch });
  await created.orgs.get({ orgId: 'o' });
  assert.deepEqual(sent[0], sent[1]);
  assert.equal(sent[0].url, 'https://api.atlassian.com/admin/v1/orgs/o');
});

test('a wrong key fails create() at once, and the first call of new AdminClient()', async () => {
  const message = (operation) => `${operation}: apiKey: this is not a valid organization API key: it is in quotes: remove them`;
  await assert.rejects(AdminClient.create({ apiKey: '"key"' }), { name: 'TypeError', message: message('AdminClient') });
  const admin = new AdminClient({ apiKey: '"key"' });
  await assert.rejects(admin.orgs.get({ orgId: 'o' }), { name: 'TypeError', message: message('orgs.get') });
  await assert.rejects(admin.orgs.list().firstPage(), { name: 'TypeError', message: message('orgs.list') });
  await assert.rejects(admin.events.stream({ orgId: 'o' }).next(), { name: 'TypeError', message: message('events.stream') });
});

test('a key function is called for each attempt', async () => {
  const keys = ['first', ' second\n', 'third'];
  const sent = [];
  const fetch = async (_, { headers }) => {
    sent.push(headers.authorization);
    return sent.length === 2 ? response(503, '') : response(200, ORG);
  };
  const admin = new AdminClient({ apiKey: async () => keys.shift(), retry: { firstWaitMs: 1 }, fetch });
  await admin.orgs.get({ orgId: 'o' });
  await admin.orgs.get({ orgId: 'o' });
  assert.deepEqual(sent, ['Bearer first', 'Bearer second', 'Bearer third']);
});

test('a key function that fails is a KeyUnavailableError with what it threw, and nothing is sent', async () => {
  const reason = new Error('vault: canary');
  for (const [apiKey, thrown] of [
    [() => { throw reason; }, reason],
    [async () => { throw reason; }, reason],
  ]) {
    const admin = new AdminClient({ apiKey, fetch: () => assert.fail('sent') });
    await assert.rejects(admin.orgs.get({ orgId: 'o' }), (error) => {
      assert.equal(error.name, 'KeyUnavailableError');
      assert.equal(error.kind, 'KeyUnavailable');
      assert.equal(error.thrown, thrown);
      assert.doesNotMatch(error.message, /canary/);
      return true;
    });
  }
  for (const [apiKey, problem] of [
    [() => undefined, /^orgs\.get: .*the key provider failed/],
    [() => '"key"', /^orgs\.get: .*it is in quotes: remove them/],
  ]) {
    const admin = new AdminClient({ apiKey, fetch: () => assert.fail('sent') });
    await assert.rejects(admin.orgs.get({ orgId: 'o' }), { name: 'KeyUnavailableError', message: problem });
  }
});

test('baseUrl may be a URL', async () => {
  let asked;
  const fetch = async (url) => ((asked = url), response(200, ORG));
  const admin = new AdminClient({ apiKey: 'key', baseUrl: new URL('https://gateway.example/atlassian/'), fetch });
  await admin.orgs.get({ orgId: 'o' });
  assert.equal(asked, 'https://gateway.example/atlassian/admin/v1/orgs/o');
});

test('timeoutMs: Infinity and signal: null are no limit', async () => {
  const admin = new AdminClient({ apiKey: 'key', timeoutMs: Infinity, fetch: async () => response(200, ORG) });
  assert.equal((await admin.orgs.get({ orgId: 'o' }, { signal: null, timeoutMs: Infinity })).data.id, 'o');
});

test('an awaited page can be iterated: its items, and those of all pages after it', async () => {
  const { fetch, sent } = pages(3);
  const admin = new AdminClient({ apiKey: 'key', fetch });
  const page = await admin.users.search(DIRECTORY);
  assert.ok(page instanceof ListPage);
  const found = [];
  for await (const user of page) found.push(user);
  assert.deepEqual(ids(found), ['0a', '0b', '1a', '1b', '2a', '2b']);
  assert.equal(sent.length, 3);
});

test('next() of a page requests the page after it, and hasNext says whether there is one', async () => {
  const { fetch } = pages(2);
  const admin = new AdminClient({ apiKey: 'key', fetch });
  const first = await admin.users.search(DIRECTORY);
  assert.deepEqual([first.hasNext, first.cursor, ids(first.items)], [true, '1', ['0a', '0b']]);
  const second = await first.next();
  assert.deepEqual([second.hasNext, second.cursor, ids(second.items)], [false, undefined, ['1a', '1b']]);
  assert.equal(await second.next(), undefined);
});

test('next() of a SCIM page requests its start index', async () => {
  const sent = [];
  const fetch = async (url) => {
    const start = Number(new URL(url).searchParams.get('startIndex') ?? 1);
    sent.push(start);
    return response(200, JSON.stringify({ totalResults: 3, startIndex: start, itemsPerPage: 2, Resources: start === 1 ? [{ id: 'a' }, { id: 'b' }] : [{ id: 'c' }] }));
  };
  const admin = new AdminClient({ directoryKey: 'key', fetch });
  const first = await admin.scim.listUsers({ directoryId: 'd', count: 2 });
  const second = await first.next();
  assert.deepEqual(second.items.map(({ id }) => id), ['c']);
  assert.deepEqual(sent, [1, 3]);
});

test('toArray() returns all items, or as many as max', async () => {
  for (const [options, expected, requests] of [
    [undefined, ['0a', '0b', '1a', '1b', '2a', '2b'], [0, 1, 2]],
    [{ max: 3 }, ['0a', '0b', '1a'], [0, 1]],
    [{ max: 2 }, ['0a', '0b'], [0]],
    [{ max: 0 }, [], []],
    [{ max: 99 }, ['0a', '0b', '1a', '1b', '2a', '2b'], [0, 1, 2]],
  ]) {
    const { fetch, sent } = pages(3);
    const admin = new AdminClient({ apiKey: 'key', fetch });
    assert.deepEqual(ids(await admin.users.search(DIRECTORY).toArray(options)), expected);
    assert.deepEqual(sent, requests, `requests with ${JSON.stringify(options)}`);
  }
  const admin = new AdminClient({ apiKey: 'key' });
  for (const max of [-1, 1.5, '3', Number.NaN]) {
    await assert.rejects(admin.orgs.list().toArray({ max }), { name: 'TypeError', message: 'toArray: max: must be a whole number, not below 0' });
  }
  await assert.rejects(admin.orgs.list().toArray(5), { name: 'TypeError', message: 'toArray: takes an object of options' });
  await assert.rejects(admin.orgs.list().toArray({ limit: 5 }), { name: 'TypeError', message: 'toArray: limit: is not known here; known are max' });
});

test('first() returns the first item with one request', async () => {
  const { fetch, sent } = pages(3);
  const admin = new AdminClient({ apiKey: 'key', fetch });
  assert.equal((await admin.users.search(DIRECTORY).first()).accountId, '0a');
  assert.deepEqual(sent, [0]);
  const none = new AdminClient({ apiKey: 'key', fetch: async () => response(200, '{"data":[]}') });
  assert.equal(await none.users.search(DIRECTORY).first(), undefined);
});

test('readAhead: false requests a page once its items are asked for', async () => {
  for (const [options, requests] of [[undefined, [0, 1]], [{ readAhead: false }, [0]]]) {
    const { fetch, sent } = pages(3);
    const admin = new AdminClient({ apiKey: 'key', fetch });
    for await (const _ of admin.users.search(DIRECTORY, options)) break;
    assert.deepEqual(sent, requests);
  }
  const { fetch, sent } = pages(3);
  const admin = new AdminClient({ apiKey: 'key', fetch });
  const found = [];
  for await (const user of admin.users.search(DIRECTORY, { readAhead: false })) {
    found.push(user);
    assert.equal(sent.length, Math.ceil(found.length / 2));
  }
  assert.deepEqual(ids(found), ['0a', '0b', '1a', '1b', '2a', '2b']);
});

test('withResponse() returns the status, the headers, the URL and the trace identifier', async () => {
  const fetch = async () => new Response(ORG, { status: 200, headers: { 'atl-traceid': 'abc-1', 'x-other': 'kept' } });
  const admin = new AdminClient({ apiKey: 'key', fetch });
  const call = admin.orgs.get({ orgId: 'o' });
  assert.ok(call instanceof ApiPromise);
  const { value, status, headers, url, traceId } = await call.withResponse();
  assert.equal(value.data.id, 'o');
  assert.equal(status, 200);
  assert.equal(headers.get('x-other'), 'kept');
  assert.equal(url, 'https://api.atlassian.com/admin/v1/orgs/o');
  assert.equal(traceId, 'abc-1');
  assert.equal((await call).data.id, 'o');
});

test('withResponse() of a list has its first page, and of a retried call the last response', async () => {
  const answers = [response(503, ''), response(200, '{"data":[{"id":"o"}]}', { 'atl-traceid': 'second' })];
  const admin = new AdminClient({ apiKey: 'key', retry: { firstWaitMs: 1 }, fetch: async () => answers.shift() });
  const { value, status, traceId } = await admin.orgs.list().withResponse();
  assert.deepEqual(value.items, [{ id: 'o' }]);
  assert.deepEqual([status, traceId], [200, 'second']);
});

test('withResponse() has no headers and no trace identifier if the server repeats the key', async () => {
  const echo = (headers) => new AdminClient({ apiKey: 'canary-key', fetch: async () => response(200, ORG, headers) });
  for (const headers of [{ 'atl-traceid': 'canary-key' }, { 'x-request-id': 'a canary-key b' }]) {
    const admin = echo(headers);
    const answer = await admin.orgs.get({ orgId: 'o' }).withResponse();
    assert.deepEqual([[...answer.headers], answer.traceId], [[], undefined]);
  }
});

test('withResponse() rejects with the error of the call', async () => {
  const admin = new AdminClient({ apiKey: 'key', fetch: async () => response(404, '') });
  await assert.rejects(admin.orgs.get({ orgId: 'o' }).withResponse(), { name: 'NotFoundError' });
});

test('a backend has headers for withResponse(), too', async () => {
  const backend = { execute: () => ({ status: 200, headers: { 'X-Other': 'kept' }, body: ORG }) };
  const admin = new AdminClient({ apiKey: 'key', backend });
  const { headers } = await admin.orgs.get({ orgId: 'o' }).withResponse();
  assert.deepEqual([...headers], [['x-other', 'kept']]);
});

test('options of a call hold for that call alone', async () => {
  let attempts = 0;
  const sent = [];
  const fetch = async (_, { headers }) => {
    attempts += 1;
    sent.push(headers['x-token']);
    return response(503, '');
  };
  const admin = new AdminClient({ apiKey: 'key', retry: { attempts: 3, firstWaitMs: 1 }, headers: { 'X-Token': 'client' }, fetch });
  for (const [options, expected, token] of [
    [undefined, 3, 'client'],
    [{ retry: false }, 1, 'client'],
    [{ retry: { attempts: 2, firstWaitMs: 1 }, headers: { 'x-token': 'call' } }, 2, 'call'],
    [{ retry: false, headers: new Headers({ 'X-Token': 'fields' }) }, 1, 'fields'],
    [{ retry: false, headers: new Map([['X-Token', 'map']]) }, 1, 'map'],
    [{}, 3, 'client'],
  ]) {
    attempts = 0;
    sent.length = 0;
    await assert.rejects(admin.orgs.get({ orgId: 'o' }, options), { name: 'ServerError', attempts: expected });
    assert.deepEqual([attempts, new Set(sent)], [expected, new Set([token])]);
  }
});

test('validate of a call overrides that of the client', async () => {
  const wrong = async () => response(200, '{"data":{"id":7}}');
  const admin = new AdminClient({ apiKey: 'key', fetch: wrong });
  await assert.rejects(admin.orgs.get({ orgId: 'o' }, { validate: 'throw' }), { name: 'ValidationError' });
  assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 7);
  const strict = new AdminClient({ apiKey: 'key', validate: 'throw', fetch: wrong });
  assert.equal((await strict.orgs.get({ orgId: 'o' }, { validate: 'off' })).data.id, 7);
  await assert.rejects(strict.orgs.get({ orgId: 'o' }), { name: 'ValidationError' });
});

test('userAgent replaces the header of the client', async () => {
  const sent = [];
  const fetch = async (_, { headers }) => (sent.push(headers['user-agent']), response(200, ORG));
  const named = new AdminClient({ apiKey: 'key', userAgent: 'leavers/1.0', fetch });
  const plain = new AdminClient({ apiKey: 'key', fetch });
  await named.orgs.get({ orgId: 'o' });
  await plain.orgs.get({ orgId: 'o' });
  assert.equal(sent[0], 'leavers/1.0');
  assert.match(sent[1], /^atlassian-admin/);
});
