// The options of `create`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { ORG, response } from './misbehaving/fetches.mjs';
import { settled, watchTimers } from './watch.mjs';

const retryKnown = 'attempts, firstWaitMs, longestWaitMs';
const notNegative = 'must be a number, and not below 0';
for (const [options, message] of [
  [{ retry: { attemps: 3 } }, `AdminClient: retry.attemps: is not known here; known are ${retryKnown}`],
  [{ retry: { attempts: -1 } }, `AdminClient: retry.attempts: ${notNegative}`],
  [{ retry: { attempts: 0 } }, 'AdminClient: retry.attempts: must be a whole number, from 1 on'],
  [{ retry: { attempts: 1.5 } }, 'AdminClient: retry.attempts: must be a whole number, from 1 on'],
  [{ retry: { attempts: '3' } }, 'AdminClient: retry.attempts: must be number'],
  [{ retry: { firstWaitMs: Number.NaN } }, `AdminClient: retry.firstWaitMs: ${notNegative}`],
  [{ retry: { longestWaitMs: Infinity } }, 'AdminClient: retry.longestWaitMs: must be finite'],
  [{ retry: { attempts: Infinity } }, 'AdminClient: retry.attempts: must be a whole number, from 1 on'],
  [{ timeoutMs: Number.NaN }, `AdminClient: timeoutMs: ${notNegative}`],
  [{ timeoutMs: -1 }, `AdminClient: timeoutMs: ${notNegative}`],
  [{ headers: { Authorization: 'Bearer x' } }, 'AdminClient: headers: authorization: the client writes it itself; leave it out'],
  [{ headers: { 'x y': 'z' } }, 'AdminClient: headers: a name has other characters than a-z, 0-9 and `-`; correct it'],
  [{ headers: { 'x-token': 7 } }, 'AdminClient: headers: x-token: must be text of visible ASCII characters'],
  [{ headers: { 'x-token': 'a\nb' } }, 'AdminClient: headers: x-token: must be text of visible ASCII characters'],
  [{ userAgent: 'caf\u00e9' }, 'AdminClient: userAgent: must be text of visible ASCII characters'],
  [{ baseUrl: 7 }, 'AdminClient: baseUrl: must be string or URL'],
  [{ onEvent: 'log' }, 'AdminClient: onEvent: must be function'],
  [{ rateGate: 'off' }, 'AdminClient: rateGate: must be boolean'],
  [{ readOnly: 'yes' }, 'AdminClient: readOnly: must be boolean'],
  [{ timeout: 5 }, /^AdminClient: timeout: is not known here; known are apiKey, .*, timeoutMs, /],
  [{ backend: {} }, 'AdminClient: backend: must have a method `execute`'],
  [{ constructor: 'x' }, /^AdminClient: constructor: is not known here; known are apiKey, /],
  [{ toString: 'x' }, /^AdminClient: toString: is not known here; known are apiKey, /],
]) {
  test(`options of ${JSON.stringify(Object.entries(options)[0])} are refused`, async () => {
    await assert.rejects(AdminClient.create({ apiKey: 'key', ...options }), { name: 'TypeError', message });
  });
}

test('create takes an object of options', async () => {
  await assert.rejects(AdminClient.create('key'), { name: 'TypeError', message: 'AdminClient: takes an object of options' });
  await assert.rejects(AdminClient.create(), { name: 'TypeError', message: /^AdminClient: apiKey: must be given/ });
});

test('new AdminClient() refuses wrong options at once', () => {
  assert.throws(() => new AdminClient(), { name: 'TypeError', message: /^AdminClient: apiKey: must be given/ });
  assert.throws(() => new AdminClient({ apiKey: 'key', timeout: 5 }), { name: 'TypeError', message: /^AdminClient: timeout: is not known here/ });
});

test('timeoutMs may have a fraction', async () => {
  const admin = await AdminClient.create({ apiKey: 'key', timeoutMs: 5.5, fetch: () => new Promise(() => {}) });
  await assert.rejects(admin.orgs.get({ orgId: 'o' }), { name: 'TimeoutError' });
  admin.close();
});

test('header names of a backend are case-insensitive', async () => {
  const backend = { execute: () => ({ status: 429, headers: { 'Retry-After': '7' } }) };
  const admin = await AdminClient.create({ apiKey: 'key', backend, retry: false });
  await assert.rejects(admin.orgs.get({ orgId: 'o' }), { name: 'RateLimitError', retryAfterMs: 7_000 });
  admin.close();
});

test('a rejection of onFinding is printed on the console, and the call resolves', async () => {
  const uncaught = [];
  const printed = [];
  const { error: native } = console;
  process.on('unhandledRejection', (error) => uncaught.push(error));
  console.error = (error) => printed.push(error);
  const reason = new Error('the log is full');
  const fetch = async () => response(200, '{"data":{"id":7}}');
  const admin = await AdminClient.create({ apiKey: 'key', fetch, validate: 'warn', onFinding: async () => { throw reason; } });
  assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 7);
  await settled();
  console.error = native;
  assert.deepEqual(uncaught, []);
  assert.ok(printed.length > 0 && printed.every((error) => error === reason), `${printed}`);
  admin.close();
});

test('close() releases the options of the client', async () => {
  // Whether a closed client keeps its options is visible only in what the garbage collector frees.
  const { setFlagsFromString } = await import('node:v8');
  const { runInNewContext } = await import('node:vm');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  let admin;
  const held = await (async () => {
    const fetch = async () => response(200, ORG);
    admin = await AdminClient.create({ apiKey: 'key', fetch });
    await admin.orgs.get({ orgId: 'o' });
    return new WeakRef(fetch);
  })();
  await settled();
  collect();
  assert.ok(held.deref(), 'an open client needs it');
  admin.close();
  await settled();
  collect();
  assert.equal(held.deref(), undefined);
  await assert.rejects(admin.orgs.get({ orgId: 'o' }), { name: 'ClosedError' });
});

test('without the rate limiter, all requests are sent at once', async () => {
  const timers = watchTimers();
  // The documented limit of `events.query` is ten a minute.
  const body = JSON.stringify({ data: [], links: {}, meta: {} });
  for (const [options, sent] of [[{}, 10], [{ rateGate: true }, 10], [{ rateGate: false }, 25]]) {
    let requests = 0;
    const fetch = async () => {
      requests += 1;
      return response(200, body);
    };
    const admin = await AdminClient.create({ apiKey: 'key', fetch, ...options });
    const calls = Array.from({ length: 25 }, () => admin.events.query({ orgId: 'o' }).firstPage().catch((error) => error.name));
    while (requests < sent) await settled();
    await settled();
    assert.equal(requests, sent);
    admin.close();
    assert.deepEqual((await Promise.all(calls)).filter((end) => end === 'ClosedError').length, 25 - sent);
    assert.equal(timers.live(), 0);
  }
  timers.stop();
});

test('without the rate limiter, a refusal is retried after the requested wait', async () => {
  const responses = [response(429, '', { 'retry-after': '0' }), response(200, ORG)];
  const admin = await AdminClient.create({ apiKey: 'key', rateGate: false, retry: { firstWaitMs: 1, longestWaitMs: 1 }, fetch: async () => responses.shift() });
  assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 'o');
  assert.equal(responses.length, 0);
  admin.close();
});

test('a read-only client refuses a write before it is sent, and sends reads', async () => {
  const sent = [];
  const fetch = async (url, { method }) => {
    sent.push(`${method} ${new URL(url).pathname}`);
    return response(200, ORG);
  };
  const admin = await AdminClient.create({ apiKey: 'key', readOnly: true, fetch });
  await assert.rejects(admin.groups.create({ orgId: 'o', directoryId: 'd', name: 'auditors' }), {
    name: 'ReadOnlyError',
    kind: 'ReadOnly',
    attempts: 0,
    message:
      'groups.create: the client is read-only, and this operation writes; make the change with a client that is not read-only',
  });
  assert.deepEqual(sent, []);
  assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 'o');
  await admin.users.search({ orgId: 'o', directoryId: 'd' }).firstPage().catch(() => {});
  assert.deepEqual(sent, ['GET /admin/v1/orgs/o', 'POST /admin/v2/orgs/o/directories/d/users/search']);
  admin.close();
});

test('a client writes unless it is read-only', async () => {
  for (const options of [{}, { readOnly: false }, { readOnly: undefined }]) {
    const sent = [];
    const fetch = async (url, { method }) => {
      sent.push(`${method} ${new URL(url).pathname}`);
      return response(200, '{}');
    };
    const admin = await AdminClient.create({ apiKey: 'key', ...options, fetch });
    await admin.groups.create({ orgId: 'o', directoryId: 'd', name: 'auditors' });
    assert.deepEqual(sent, ['POST /admin/v2/orgs/o/directories/d/groups']);
    admin.close();
  }
});
