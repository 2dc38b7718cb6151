// Injected fetches and backends, correct and misbehaving: each call settles, and no error is
// uncaught.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { AdminClient, AdminError, ConnectionError, DecodeError, OutcomeUnknownError, RedirectError } from 'atlassian-admin';
import { fetches, ORG, response, sharing } from './misbehaving/fetches.mjs';
import { expected, patience, settle } from './misbehaving/settle.mjs';
import { settled, watchTimers } from './watch.mjs';

const uncaught = [];
process.on('uncaughtException', (error) => uncaught.push(error));
process.on('unhandledRejection', (error) => uncaught.push(error));
after(() => assert.deepEqual(uncaught, []));

async function client(fetch, more = {}) {
  return AdminClient.create({ apiKey: 'key', retry: false, fetch, ...more });
}

async function failing(fetch) {
  const admin = await client(fetch);
  const error = await admin.orgs.get({ orgId: 'o' }).then((value) => assert.fail(JSON.stringify(value)), (error) => error);
  admin.close();
  return error;
}

test('an injected fetch is called with a string and a plain object', async () => {
  const calls = [];
  const admin = await client(async (url, init) => {
    calls.push({ url, init });
    return response(200, ORG);
  });
  const org = await admin.orgs.get({ orgId: 'o' });
  assert.equal(org.data.attributes.name, 'Ünï');
  const [{ url, init }] = calls;
  assert.equal(url, 'https://api.atlassian.com/admin/v1/orgs/o');
  assert.equal(Object.getPrototypeOf(init), Object.prototype);
  assert.equal(init.method, 'GET');
  assert.equal(init.redirect, 'manual');
  assert.equal(init.headers.authorization, 'Bearer key');
  assert.ok(init.signal instanceof AbortSignal && !init.signal.aborted);
  admin.close();
});

test('the signal of an abandoned request is aborted', async () => {
  let signal;
  const admin = await client((_, init) => {
    signal = init.signal;
    return new Promise(() => {});
  });
  const controller = new AbortController();
  const call = admin.orgs.get({ orgId: 'o' }, { signal: controller.signal });
  while (!signal) await settled();
  assert.equal(signal.aborted, false);
  controller.abort();
  await assert.rejects(call, { name: 'AbortError' });
  assert.equal(signal.aborted, true);
  admin.close();
});

test('a backend replaces the network', async () => {
  const seen = [];
  const backend = {
    execute: async (request) => {
      seen.push(request);
      return { status: 200, body: new TextEncoder().encode(ORG) };
    },
  };
  const admin = await AdminClient.create({ apiKey: null, backend });
  assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 'o');
  assert.equal(seen[0].method, 'GET');
  assert.equal(seen[0].headers.authorization, undefined);
  admin.close();
});

test('a response keeps every property, also __proto__', async () => {
  const text = '{"data":{"id":"o","__proto__":{"polluted":true},"constructor":null,"then":"x","n":1e21,"zero":-0,"nil":null,"new":[1,{"a":2}]}}';
  const admin = await client(async () => response(200, text));
  const org = await admin.orgs.get({ orgId: 'o' });
  assert.deepEqual(org, JSON.parse(text));
  assert.equal({}.polluted, undefined);
  assert.ok(Object.hasOwn(org.data, '__proto__'));
  admin.close();
});

for (const source of ['an injected', "the host's own"]) {
  for (const [name, fetch] of Object.entries(fetches)) {
    test(`${source} fetch that ${name} rejects all calls with errors of its class`, async () => {
      const ends = await settle({ AdminClient, AdminError }, fetch, source, patience(name));
      assert.deepEqual(ends, expected(name));
    });
  }
}

test('a response is used once', async () => {
  const ends = await settle({ AdminClient, AdminError }, sharing(), 'an injected');
  // The first call reads it.
  assert.deepEqual(ends, ['resolves', 'OutcomeUnknownError', 'ConnectionError', 'ConnectionError']);
});

const native = globalThis.fetch;
test('an error asks for a fetch if the host has none', async () => {
  globalThis.fetch = undefined;
  const error = await failing(undefined).finally(() => (globalThis.fetch = native));
  assert.ok(error instanceof ConnectionError);
  assert.equal(error.thrown.message, 'this host has no fetch: give one');
});

test('unreadable headers are ignored', async () => {
  for (const headers of [undefined, null, {}, { get() { throw new Error('get'); } }, { get: () => 7 }, { get: () => 'a\nb' }]) {
    const admin = await client(async () => ({ ...response(200, ORG), headers }));
    assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 'o');
    admin.close();
  }
});

test('a body of bytes or text is measured before it is decoded', async () => {
  const text = ' '.repeat(64 * 1024 * 1024 + 1);
  const declared = { status: 200, headers: { get: (name) => (name === 'content-length' ? String(text.length) : null) }, text: () => assert.fail('read') };
  const bytes = { status: 200, headers: { get: () => null }, arrayBuffer: async () => new ArrayBuffer(text.length) };
  for (const answer of [response(200, text), bytes, declared]) {
    assert.equal((await failing(async () => answer)).name, 'TooLargeError');
  }
});

test('an endless body is read up to the limit, and its request is aborted', async () => {
  const chunk = new Uint8Array(1024 * 1024);
  let pulled = 0;
  let signal;
  const body = new ReadableStream({ pull: (stream) => stream.enqueue(((pulled += 1), chunk)) }, { highWaterMark: 0 });
  const error = await failing(async (_, init) => {
    ({ signal } = init);
    return { status: 200, headers: { get: () => null }, body };
  });
  assert.deepEqual([error.name, pulled, signal.aborted], ['TooLargeError', 65, true]);
});

test('a stream is read to its end, and invalid chunks are errors', async () => {
  const body = (...chunks) => ReadableStream.from(chunks);
  const answer = (body) => ({ status: 200, headers: { get: () => null }, body });
  const bytes = [...new TextEncoder().encode(ORG)].map((byte) => Uint8Array.of(byte));
  const admin = await client(async () => answer(body(...bytes)));
  assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 'o');
  admin.close();
  for (const wrong of [undefined, 'text', 7, { length: 1e15 }, { length: -1 }, {}]) {
    assert.ok((await failing(async () => answer(body(wrong)))) instanceof AdminError);
  }
  const broken = new ReadableStream({ pull: (stream) => stream.error('reset') });
  const error = await failing(async () => answer(broken));
  assert.deepEqual([error.name, error.thrown], ['ConnectionError', 'reset']);
});

test('an unused stream is cancelled, also if its fetch ignores the signal', async () => {
  const cancelled = [];
  const stream = (name, chunk) => new ReadableStream({
    pull: (stream) => new Promise((resolve) => setImmediate(() => (stream.enqueue(chunk), resolve()))),
    cancel: () => void cancelled.push(name),
  });
  const over = (name, chunk) => ({ status: 200, headers: { get: () => null }, body: stream(name, chunk) });
  assert.ok((await failing(async () => over('no bytes', 'text'))) instanceof ConnectionError);
  assert.equal((await failing(async () => over('too large', new Uint8Array(1 << 24)))).name, 'TooLargeError');
  // Empty chunks never reach the limit.
  const admin = await client(async () => over('aborted', new Uint8Array()));
  const controller = new AbortController();
  const call = admin.orgs.get({ orgId: 'o' }, { signal: controller.signal });
  await settled();
  controller.abort();
  await assert.rejects(call, { name: 'AbortError' });
  while (cancelled.length < 3) await settled();
  assert.deepEqual(cancelled, ['no bytes', 'too large', 'aborted']);
  admin.close();
});

test('a stream that is always ready does not block timeouts and aborts', async () => {
  for (const chunk of [new Uint8Array(), Uint8Array.of(32)]) {
    const read = async () => ({ done: false, value: chunk });
    const admin = await client(async () => ({ status: 200, headers: { get: () => null }, body: { getReader: () => ({ read }) } }), { timeoutMs: 50 });
    await assert.rejects(admin.orgs.get({ orgId: 'o' }), { name: 'TimeoutError' });
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    await assert.rejects(admin.orgs.get({ orgId: 'o' }, { signal: controller.signal }), { name: 'AbortError' });
    admin.close();
  }
});

test('a stream that cannot be cancelled is abandoned', async () => {
  for (const cancel of [() => { throw new Error('no'); }, async () => { throw new Error('no'); }, () => 7, undefined]) {
    const reader = { read: async () => ({ done: false, value: new Uint8Array(1 << 24) }), cancel };
    const error = await failing(async () => ({ status: 200, headers: { get: () => null }, body: { getReader: () => reader } }));
    assert.deepEqual([error.name, error.hint], ['TooLargeError', 'ask for smaller pages']);
  }
});

test('a redirect aborts its request, since its body is not read', async () => {
  let signal;
  const error = await failing(async (_, init) => {
    ({ signal } = init);
    return response(302, '');
  });
  assert.ok(error instanceof RedirectError);
  assert.equal(signal.aborted, true);
});

test('the exception of fetch is in `thrown`', async () => {
  const reason = new Error('boom');
  const error = await failing(() => { throw reason; });
  assert.ok(error instanceof ConnectionError);
  assert.equal(error.thrown, reason);
  assert.equal((await failing(() => Promise.reject('text'))).thrown, 'text');
});

test('a response that is not JSON is a DecodeError, and a truncated one is retried', async () => {
  assert.ok((await failing(async () => response(200, 'hello'))) instanceof DecodeError);
  let responses = ['{"data":', ORG];
  const admin = await client(async () => response(200, responses.shift()), { retry: { firstWaitMs: 1 } });
  assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 'o');
  assert.deepEqual(responses, []);
  admin.close();
});

test('a redirect is not followed', async () => {
  assert.ok((await failing(async () => response(302, ''))) instanceof RedirectError);
  assert.ok((await failing(async () => ({ type: 'opaqueredirect', status: 0, headers: { get: () => null }, text: async () => '' }))) instanceof RedirectError);
});

test('a write whose response is lost rejects with OutcomeUnknownError', async () => {
  const admin = await client(() => Promise.reject(new Error('reset')));
  const error = await admin.groups.create({ orgId: 'o', directoryId: 'd', name: 'g' }).catch((error) => error);
  assert.ok(error instanceof OutcomeUnknownError, `${error}`);
  admin.close();
});

test('an abort ends the wait before a retry', async () => {
  const timers = watchTimers();
  const admin = await client(async () => response(429, '', { 'retry-after': '30' }), { retry: true });
  const controller = new AbortController();
  const call = admin.orgs.get({ orgId: 'o' }, { signal: controller.signal }).catch((error) => error);
  while (timers.live() === 0) await settled();
  controller.abort();
  // Nothing else can end the call: the wait before a retry takes half a minute, and its timer is
  // cleared.
  assert.equal((await call).name, 'AbortError');
  assert.equal(timers.live(), 0);
  timers.stop();
  admin.close();
});
