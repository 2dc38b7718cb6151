// The stack of each error names the function that called, and no function of this package.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { AdminClient, NotFoundError } from 'atlassian-admin';
import { response } from './misbehaving/fetches.mjs';
import { settled } from './watch.mjs';

const events = (ids, cursor) =>
  response(200, JSON.stringify({ data: ids.map((id) => ({ id, attributes: { processedAt: '2026-01-01T00:00:00.000Z' } })), links: cursor ? { next: cursor } : {}, meta: {} }));

/** A client whose requests get these responses in turn, and then a 404. */
const client = (...responses) => AdminClient.create({ apiKey: 'key', retry: false, fetch: async () => responses.shift() ?? response(404, '{}') });

const over = async (walk) => {
  for await (const _ of walk);
};

/** What a caller may do, in a function whose name the stack must contain. */
const callers = {
  'a call that is awaited': async function caller(admin) { return await admin.orgs.get({ orgId: 'o' }); },
  'a call that is returned': function caller(admin) { return admin.orgs.get({ orgId: 'o' }); },
  'a call whose error is thrown again': function caller(admin) { return admin.orgs.get({ orgId: 'o' }).catch((error) => { throw error; }); },
  'a call among others': async function caller(admin) { await Promise.all([settled(), admin.orgs.get({ orgId: 'o' })]); },
  'a change': async function caller(admin) { await admin.groups.create({ orgId: 'o', directoryId: 'd', name: 'g' }); },
  'a call of SCIM without its key': async function caller(admin) { await admin.scim.getUser({ directoryId: 'd', userId: 'u' }); },
  'an argument that is missing': async function caller(admin) { await admin.orgs.get({}); },
  'an argument of another kind': async function caller(admin) { await admin.orgs.get({ orgId: 7 }); },
  'an argument that JSON cannot hold': async function caller(admin) { await admin.policies.create({ orgId: 'o', data: { a: [{ b: [{ c: Number.NaN }] }] } }); },
  'arguments that are text': function caller(admin) { return admin.orgs.get('o'); },
  'unknown options': function caller(admin) { return admin.orgs.get({ orgId: 'o' }, { timeout: 1 }); },
  'a signal that is aborted': async function caller(admin) { await admin.orgs.get({ orgId: 'o' }, { signal: AbortSignal.abort() }); },
  'a time-out': async function caller() {
    const admin = await AdminClient.create({ apiKey: 'key', fetch: () => new Promise(() => {}) });
    await admin.orgs.get({ orgId: 'o' }, { timeoutMs: 1 });
  },
  'a client that is closed': async function caller(admin) {
    admin.close();
    await admin.orgs.get({ orgId: 'o' });
  },
  'a client that closes': async function caller() {
    const admin = await AdminClient.create({ apiKey: 'key', fetch: () => new Promise(() => {}) });
    setImmediate(() => admin.close());
    await admin.orgs.get({ orgId: 'o' });
  },
  'an awaited listing': async function caller(admin) { await admin.orgs.list(); },
  'an awaited listing with a wrong argument': async function caller(admin) { await admin.domains.list({}); },
  'then of a listing': function caller(admin) { return admin.orgs.list().then(() => {}); },
  'catch of a listing': function caller(admin) { return admin.orgs.list().catch((error) => { throw error; }); },
  'first of a listing': async function caller(admin) { await admin.orgs.list().firstPage(); },
  'first of a listing that another function made': async function caller(admin) { await made(admin).firstPage(); },
  'items of a listing': async function caller(admin) { for await (const _ of admin.orgs.list()); },
  'items of a listing with a wrong argument': async function caller(admin) { for await (const _ of admin.domains.list({})); },
  'items of a listing that another function made': async function caller(admin) { for await (const _ of made(admin)); },
  'pages of a listing': async function caller(admin) { for await (const _ of admin.orgs.list().pages()); },
  'the second page': async function caller() { for await (const _ of (await client(events(['1'], 'c'))).domains.list({ orgId: 'o' })); },
  'the page that was asked for ahead': async function caller() {
    const walk = (await client(events(['1'], 'c'))).domains.list({ orgId: 'o' })[Symbol.asyncIterator]();
    await other(walk);
    await settled();
    await walk.next();
  },
  'an abort between two items': async function caller() {
    const stop = new AbortController();
    for await (const _ of (await client(events(['1', '2', '3']))).domains.list({ orgId: 'o' }, { signal: stop.signal })) stop.abort();
  },
  'a stream': async function caller(admin) { for await (const _ of admin.events.stream({ orgId: 'o' })); },
  'a follower': async function caller(admin) { for await (const _ of admin.events.follow({ orgId: 'o' })); },
  'next of a follower': async function caller(admin) { await admin.events.follow({ orgId: 'o' }).next(); },
  'a stream with a wrong option': async function caller(admin) { for await (const _ of admin.events.stream({ orgId: 'o', form: 1 })); },
  'a stream with a wrong checkpoint': async function caller(admin) { for await (const _ of admin.events.stream({ orgId: 'o', checkpoint: 'x' })); },
  'a stream with a lock that is a number': async function caller(admin) { for await (const _ of admin.events.stream({ orgId: 'o', lock: 7 })); },
  'a client with a wrong option': async function caller() { await AdminClient.create({ apikey: 'key' }); },
  'a client without a key': function caller() { return AdminClient.create(); },
  'a client with a wrong address': async function caller() { await AdminClient.create({ apiKey: 'key', baseUrl: 'here' }); },
  'a response that is not as documented': async function caller() {
    const admin = await AdminClient.create({ apiKey: 'key', validate: 'throw', fetch: async () => response(200, '{"data":{"id":7}}') });
    await admin.orgs.get({ orgId: 'o' });
  },
  'an invalid response of a backend': async function caller() {
    const admin = await AdminClient.create({ apiKey: 'key', backend: { execute: () => 7 } });
    await admin.orgs.get({ orgId: 'o' });
  },
};
const made = (admin) => admin.orgs.list();
const other = (walk) => walk.next();

for (const [what, caller] of Object.entries(callers)) {
  test(`the error of ${what} names the caller`, async () => {
    const error = await caller(await client()).then(() => assert.fail('it went on'), (error) => error);
    const [head, ...frames] = error.stack.split('\n');
    assert.equal(head, `${error.name}: ${error.message}`);
    assert.match(frames[0], /\bcaller\b/, error.stack);
    assert.doesNotMatch(error.stack, /wasm|\/dist\//);
    assert.ok(inspect(error).startsWith(error.stack));
  });
}

test('an error of the caller keeps its stack, also if it is of a class of the package', async () => {
  const admin = await client(events(['1']));
  for (const make of [() => new Error('mine'), () => new TypeError('mine'), () => new NotFoundError({ kind: 'NotFound', message: 'mine' })]) {
    const error = (function maker() { return make(); })();
    const before = error.stack;
    const onCheckpoint = () => { throw error; };
    await assert.rejects(over((await client(events(['1']))).events.stream({ orgId: 'o', onCheckpoint })), error);
    assert.equal(error.stack, before);
  }
  admin.close();
});

test('an error has only the properties that are known', async () => {
  const error = await (await client()).orgs.get({ orgId: 'o' }).catch((error) => error);
  assert.deepEqual(Object.keys(error).sort(), ['attempts', 'kind', 'operation', 'status', 'hint'].filter((name) => error[name] !== undefined).sort());
  assert.doesNotMatch(inspect(error), /undefined/);
  assert.equal(error.retryAfterMs, undefined);
  assert.ok(!('code' in error) && !('retryAfterMs' in error));
});

for (const file of ['node.js', 'index.js', 'slim.js', 'index.cjs']) {
  test(`Node prints an unhandled error of ${file} without the code of the package`, async () => {
    const program = `
      import * as it from ${JSON.stringify(new URL(`../dist/${file}`, import.meta.url).href)};
      import { readFileSync } from 'node:fs';
      const { AdminClient, initialize } = it.default ?? it;
      initialize?.(readFileSync(${JSON.stringify(new URL('../dist/core_bg.wasm', import.meta.url).pathname)}));
      const fetch = async () => ({ status: 404, headers: { get: () => null }, text: async () => '{}' });
      const admin = await AdminClient.create({ apiKey: 'key', retry: false, fetch });
      async function myBusinessFunction() { return await admin.orgs.get({ orgId: 'nope' }); }
      await myBusinessFunction();`;
    const printed = await new Promise((resolve) => {
      execFile(process.execPath, ['--input-type=module', '--eval', program], (_, out, stderr) => resolve(stderr));
    });
    assert.match(printed, /\nNotFoundError: orgs\.get: .*\n    at myBusinessFunction /);
    assert.deepEqual(printed.split('\n').filter((line) => line.length > 250 || /undefined|dist/.test(line)), []);
  });
}

test('printed objects and methods have their documented names', async () => {
  const admin = await client();
  assert.match(inspect(admin), /^AdminClient \{/);
  assert.equal(inspect(admin.orgs.list()), 'List {}');
  assert.deepEqual([admin.constructor.name, AdminClient.name, admin.orgs.constructor.name, admin.orgs.get.name], ['AdminClient', 'AdminClient', 'OrgsOperations', 'get']);
  admin.close();
});
