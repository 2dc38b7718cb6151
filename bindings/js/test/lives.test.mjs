// Clients before their core is loaded, after they are closed, beside other clients and copies of
// the package, and after a core failed.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { AdminClient, AdminError, ClosedError, InternalError, NotFoundError } from 'atlassian-admin';
import { ORG, response } from './misbehaving/fetches.mjs';
import { settled, watchTimers } from './watch.mjs';

const uncaught = [];
process.on('uncaughtException', (error) => uncaught.push(error));
process.on('unhandledRejection', (error) => uncaught.push(error));
test.afterEach(() => assert.deepEqual(uncaught, []));

const rejected = (promise) => promise.then((value) => assert.fail(`answered ${JSON.stringify(value)}`), (error) => error);
const page = (ids, cursor) =>
  response(200, JSON.stringify({ data: ids.map((id) => ({ id, attributes: { processedAt: '2026-01-01T00:00:00.000Z' } })), links: cursor ? { next: cursor } : {}, meta: {} }));

/**
 * Makes the core fail: it draws a random number before a retry, and does not expect that to throw.
 */
async function kill() {
  const { random } = Math;
  Math.random = () => {
    throw new Error('the host is broken');
  };
  const victim = await AdminClient.create({ apiKey: 'key', fetch: async () => response(503, '') });
  const error = await rejected(victim.orgs.get({ orgId: 'o' }));
  Math.random = random;
  victim.close();
  assert.ok(error instanceof InternalError, `${error}`);
}

/**
 * Returns the output of a program in a process of its own: the source of a core is set for the
 * whole process.
 */
async function printed(body) {
  const program = `
    import { AdminClient, initialize } from 'atlassian-admin/slim';
    import { readFile } from 'node:fs/promises';
    const file = ${JSON.stringify(new URL('../dist/core_bg.wasm', import.meta.url).pathname)};
    const create = () => AdminClient.create({ apiKey: 'key', fetch: async () => new Response('{"data":{"id":"o"}}') });
    const outcome = (creation) => creation.then((admin) => admin.orgs.get({ orgId: 'o' })).then((org) => org.data.id, (error) => error.message);
    ${body}`;
  const [out, errors] = await new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '--eval', program], { cwd: new URL('..', import.meta.url) }, (_, out, errors) => resolve([out, errors]));
  });
  return JSON.parse(out || assert.fail(errors));
}

test('an error names `initialize` until the core is loaded, and a failed source can be replaced', async () => {
  const [early, failed, failedAgain, loaded] = await printed(`
    const ends = [await outcome(create())];
    initialize(Promise.reject(new Error('no such file')));
    // No client waits for it yet, so that its failure must not be an unhandled rejection.
    await new Promise((resolve) => setTimeout(resolve));
    ends.push(await outcome(create()), await outcome(create()));
    initialize(readFile(file));
    console.log(JSON.stringify([...ends, await outcome(create())]));`);
  assert.equal(early, 'the core has no source: call `initialize` with the location of core.wasm first');
  assert.deepEqual([failed, failedAgain, loaded], ['no such file', 'no such file', 'o']);
});

test('an invalid source is a TypeError that lists the valid ones', async () => {
  const ends = await printed(`
    const ends = [];
    for (const wrong of [7, null, undefined, {}, [], true, () => {}, { ok: true, url: 'x' }]) {
      try {
        initialize(wrong);
        ends.push('taken');
      } catch (error) {
        ends.push(error.name + ': ' + error.message);
      }
      initialize(Promise.resolve(wrong));
      ends.push(await create().then(() => 'taken', (error) => error.name + ': ' + error.message));
    }
    initialize(readFile(file));
    console.log(JSON.stringify([...ends, await outcome(create())]));`);
  assert.equal(ends.pop(), 'o');
  assert.deepEqual(ends, Array(16).fill('TypeError: initialize: takes the bytes of core.wasm, its URL, a Response with it or the compiled module'));
});

test('initialize accepts each form of a source', async () => {
  const ends = await Promise.all(
    ['bytes', 'bytes.buffer', 'new WebAssembly.Module(bytes)', 'new Response(bytes)', 'data', 'new URL(data)', 'Promise.resolve(bytes)'].map((source) =>
      printed(`
        const bytes = Uint8Array.from(await readFile(file));
        const data = 'data:application/wasm;base64,' + Buffer.from(bytes).toString('base64');
        initialize(${source});
        console.log(JSON.stringify(await outcome(create())));`),
    ),
  );
  assert.deepEqual(ends, Array(7).fill('o'));
});

test('clients that are created at the same time load one core from one Response', async () => {
  const ends = await printed(`
    initialize(Promise.resolve(new Response(await readFile(file), { headers: { 'content-type': 'application/wasm' } })));
    const ends = await Promise.all([outcome(create()), outcome(create()), outcome(create())]);
    console.log(JSON.stringify([...ends, await outcome(create())]));`);
  assert.deepEqual(ends, ['o', 'o', 'o', 'o']);
});

test('the last source is used, also while an earlier one is pending', async () => {
  const ends = await printed(`
    initialize(new Promise(() => {}));
    create();
    initialize(readFile(file));
    console.log(JSON.stringify(await outcome(create())));`);
  assert.equal(ends, 'o');
});

test('a closed client rejects every call, and close() may be repeated', async () => {
  let sent = 0;
  const admin = await AdminClient.create({ apiKey: 'key', fetch: () => { sent += 1; return new Promise(() => {}); } });
  const { orgs, accounts, events } = admin;
  const started = [accounts.list({ orgId: 'o' }), events.stream({ orgId: 'o' })];
  admin.close();
  admin.close();
  admin[Symbol.dispose]?.();
  for (const call of [
    () => orgs.get({ orgId: 'o' }),
    async () => await accounts.list({ orgId: 'o' }),
    () => accounts.list({ orgId: 'o' }).pages().next(),
    () => events.stream({ orgId: 'o' }).next(),
    () => events.follow({ orgId: 'o' }).next(),
    async () => await started[0],
    () => started[1].next(),
  ]) {
    const error = await rejected(call());
    assert.ok(error instanceof ClosedError && error instanceof AdminError, `${error}`);
    assert.match(error.operation, /^[a-z]+\.[a-zA-Z]+$/);
  }
  assert.equal(sent, 0);
});

test('close() ends a walk with ClosedError', async () => {
  const admin = await AdminClient.create({ apiKey: 'key', fetch: async () => page(['1', '2'], String(Math.random())) });
  const seen = [];
  const error = await rejected((async () => {
    for await (const { id } of admin.domains.list({ orgId: 'o' })) {
      if (seen.length > 20) break;
      if (seen.push(id) === 3) {
        // The page after this one has arrived by now.
        await settled();
        admin.close();
      }
    }
  })());
  assert.ok(error instanceof ClosedError, `${error}`);
});

test('close() ends a walk within a page that has arrived', async () => {
  for (const begin of [(admin) => admin.domains.list({ orgId: 'o' }), (admin) => admin.events.stream({ orgId: 'o' })]) {
    const admin = await AdminClient.create({ apiKey: 'key', fetch: async () => page(['1', '2', '3']) });
    const seen = [];
    const error = await rejected((async () => {
      for await (const { id } of begin(admin)) {
        if (seen.push(id) === 2) admin.close();
      }
    })());
    assert.ok(error instanceof ClosedError, `${error}`);
    assert.deepEqual(seen, ['1', '2']);
  }
});

test('a failed first page is requested again', async () => {
  const answers = [response(404, '{}'), page(['1'])];
  const admin = await AdminClient.create({ apiKey: 'key', fetch: async () => answers.shift() });
  const list = admin.domains.list({ orgId: 'o' });
  await assert.rejects(async () => await list, NotFoundError);
  assert.deepEqual((await list).items.map(({ id }) => id), ['1']);
  assert.equal(await list, await list);
  admin.close();
});

test('two clients share neither key, host nor close()', async () => {
  const keys = [];
  const fetch = (answer) => async (_, { headers }) => {
    keys.push(headers.authorization);
    return answer();
  };
  const one = await AdminClient.create({ apiKey: 'one', fetch: fetch(() => response(200, ORG)) });
  const other = await AdminClient.create({ apiKey: 'other', baseUrl: 'https://other.example', fetch: fetch(() => new Promise(() => {})) });
  const waiting = rejected(other.orgs.get({ orgId: 'o' }));
  assert.equal((await one.orgs.get({ orgId: 'o' })).data.id, 'o');
  one.close();
  await settled();
  const another = other.orgs.get({ orgId: 'o' }, { timeoutMs: 10 });
  assert.equal((await rejected(another)).name, 'TimeoutError');
  other.close();
  assert.ok((await waiting) instanceof ClosedError);
  assert.deepEqual(keys, ['Bearer other', 'Bearer one', 'Bearer other']);
});

test('instanceof recognizes errors of another copy of the package', async () => {
  const copy = createRequire(import.meta.url)('atlassian-admin');
  assert.notEqual(copy.AdminError, AdminError);
  const [mine, its] = [await AdminClient.create({ apiKey: 'key', fetch: async () => response(404, '{}') }), await copy.AdminClient.create({ apiKey: 'key', fetch: async () => response(404, '{}') })];
  for (const error of await Promise.all([rejected(mine.orgs.get({ orgId: 'o' })), rejected(its.orgs.get({ orgId: 'o' }))])) {
    assert.ok(error instanceof AdminError && error instanceof NotFoundError);
    assert.ok(error instanceof copy.AdminError && error instanceof copy.NotFoundError);
    assert.ok(!(error instanceof ClosedError) && !(error instanceof copy.ClosedError));
  }
  mine.close();
  its.close();
  for (const value of [undefined, null, 'x', 7, {}, new Error('x'), Object.create(null)]) {
    assert.ok(!(value instanceof AdminError) && !(value instanceof NotFoundError));
  }
});

test('a core that fails rejects calls, walks and feeds, and the next call works', async () => {
  const answers = [];
  const fetch = () => answers.shift() ?? new Promise(() => {});
  const admin = await AdminClient.create({ apiKey: 'key', fetch });
  const timers = watchTimers();
  const walking = rejected((async () => {
    for await (const _ of admin.accounts.list({ orgId: 'o' }));
  })());
  const streaming = rejected((async () => {
    for await (const _ of admin.events.stream({ orgId: 'o' }));
  })());
  const calling = rejected(admin.orgs.get({ orgId: 'o' }));
  await settled();
  await kill();
  for (const error of await Promise.all([walking, streaming, calling])) assert.ok(error instanceof InternalError, `${error}`);
  answers.push(response(200, ORG));
  assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 'o');
  timers.stop();
  admin.close();
});

test('a walk and a feed reject with InternalError if the core fails between two pages', async () => {
  const admin = await AdminClient.create({ apiKey: 'key', fetch: async () => page(['1', '2'], String(Math.random())) });
  for (const begin of [() => admin.domains.list({ orgId: 'o' }), () => admin.events.stream({ orgId: 'o' })]) {
    const seen = [];
    const error = await rejected((async () => {
      for await (const { id } of begin()) {
        if (seen.push(id) === 1) {
          await settled();
          await kill();
        }
      }
    })());
    assert.ok(error instanceof InternalError, `${error?.stack}`);
    assert.ok(seen.length >= 2, 'what had arrived was lost');
  }
  assert.equal((await admin.domains.list({ orgId: 'o' })).items.length, 2);
  admin.close();
});

test('a client can be closed after its core failed', async () => {
  const admin = await AdminClient.create({ apiKey: 'key', fetch: async () => response(200, ORG) });
  await kill();
  admin.close();
  const next = await AdminClient.create({ apiKey: 'key', fetch: async () => response(200, ORG) });
  assert.equal((await next.orgs.get({ orgId: 'o' })).data.id, 'o');
  next.close();
});
