// Under the fake timers of test tools such as Jest, calls without a wait complete, and a wait ends
// when the test advances the clock.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { AdminClient, TimeoutError } from 'atlassian-admin';
import { ORG, response } from './misbehaving/fetches.mjs';

const { setImmediate, queueMicrotask } = globalThis;
const { nextTick } = process;
const { now } = performance;
const uncalled = (name) => () => assert.fail(`${name} was called`);

/** Waits in real time until all work that needs no timer is done. */
const turn = async () => {
  for (let count = 0; count < 5; count += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Advances the clock by seconds until the work is done. Returns their number. */
async function seconds(work, most = 600) {
  let isDone = false;
  work.then(() => (isDone = true), () => (isDone = true));
  for (let count = 0; count <= most; count += 1) {
    await turn();
    if (isDone) return count;
    mock.timers.tick(1_000);
  }
  return assert.fail(`not done after ${most} seconds`);
}

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'setImmediate', 'Date'], now: Date.parse('2026-01-01T00:00:00Z') });
  globalThis.queueMicrotask = uncalled('queueMicrotask');
});
afterEach(() => {
  mock.timers.reset();
  globalThis.queueMicrotask = queueMicrotask;
  performance.now = now;
});

const backend = (...answers) => ({ execute: () => answers.shift() ?? { status: 200, body: ORG } });
const create = (backend, more = {}) => AdminClient.create({ apiKey: null, backend, ...more });

/** Tools that fake the clock as well as the timers, and tools that fake the timers alone. */
for (const [kind, fake] of Object.entries({ 'a clock that is faked': () => Date.now(), 'a clock that is not': now })) {
  const admins = async (...args) => {
    performance.now = () => fake.call(performance);
    return create(...args);
  };

  test(`with ${kind}, calls without a wait complete while the clock stops`, async () => {
    const list = { status: 200, body: '{"data":[{"id":"1"}],"links":{}}' };
    const events = { status: 200, body: '{"data":[{"id":"1","attributes":{"processedAt":"2026-01-01T00:00:00.000Z"}}],"links":{},"meta":{}}' };
    const admin = await admins(backend({ status: 200, body: ORG }, list, list, events, events, { status: 404 }));
    process.nextTick = uncalled('process.nextTick');
    const work = (async () => {
      const ends = [(await admin.orgs.get({ orgId: 'o' })).data.id, (await admin.domains.list({ orgId: 'o' })).items.length];
      for await (const { id } of admin.domains.list({ orgId: 'o' })) ends.push(id);
      for await (const { id } of admin.events.stream({ orgId: 'o' })) ends.push(id);
      return [...ends, await admin.orgs.get({ orgId: 'o' }).catch((error) => error.name)];
    })();
    // The second request finds the end of the stream. The last call sends the one after it.
    for (let count = 0; count < 500; count += 1) await null;
    process.nextTick = nextTick;
    assert.equal(await seconds(work), 0);
    const ends = await work;
    assert.deepEqual(ends.slice(0, 4), ['o', 1, '1', '1']);
    admin.close();
  });

  test(`with ${kind}, waits for a retry, a poll and the rate limit end as the clock advances`, async () => {
    const admin = await admins(backend({ status: 429, headers: { 'retry-after': '30' } }));
    const call = admin.orgs.get({ orgId: 'o' });
    const took = await seconds(call);
    assert.ok(took >= 30 && took <= 32, `${took}`);
    assert.equal((await call).data.id, 'o');

    const log = { status: 200, body: '{"data":[],"links":{},"meta":{}}' };
    const followed = await admins({ execute: () => log });
    const checkpoints = [];
    const walk = followed.events.follow({ orgId: 'o', onCheckpoint: (text) => checkpoints.push(text) });
    const end = walk.next();
    await seconds(new Promise((resolve) => setTimeout(resolve, 90_000)));
    await walk.return();
    await end;

    const page = { status: 200, body: '{"data":[],"links":{}}' };
    const limited = await admins({ execute: () => page });
    const work = Promise.all(Array.from({ length: 15 }, async () => await limited.events.query({ orgId: 'o' })));
    const waited = await seconds(work);
    assert.ok(waited > 5 && waited <= 62, `${waited}`);
    [admin, followed, limited].forEach((client) => client.close());
  });

  test(`with ${kind}, a call times out as the clock advances`, async () => {
    const admin = await admins({ execute: () => new Promise(() => {}) });
    const call = admin.orgs.get({ orgId: 'o' }, { timeoutMs: 5_000 }).catch((error) => error);
    const took = await seconds(call);
    assert.ok(took >= 5 && took <= 6, `${took}`);
    assert.ok((await call) instanceof TimeoutError);
    admin.close();
  });
}

test('a body of thousands of chunks is read while the clock stops', async () => {
  const pieces = [...ORG].flatMap((letter) => [letter, ...Array(50).fill('')]).map((text) => new TextEncoder().encode(text));
  const body = { getReader: () => ({ read: async () => ({ done: pieces.length === 0, value: pieces.shift() }) }) };
  const admin = await AdminClient.create({ apiKey: 'key', fetch: async () => ({ ...response(200), body }) });
  const call = admin.orgs.get({ orgId: 'o' });
  assert.equal(await seconds(call), 0);
  assert.equal((await call).data.id, 'o');
  admin.close();
});

test('simultaneous waits count once', async () => {
  const wait = (seconds) => ({ status: 503, headers: { 'retry-after': `${seconds}` } });
  const answers = { a: [wait(60)], b: [wait(60), wait(45)] };
  const admin = await create({ execute: ({ url }) => answers[url.at(-1)].shift() ?? { status: 200, body: ORG } });
  // If the first minute counted twice, no time would be left for the second wait.
  const calls = [admin.orgs.get({ orgId: 'a' }), admin.orgs.get({ orgId: 'b' }, { timeoutMs: 130_000 })];
  await seconds(Promise.all(calls));
  assert.equal((await calls[1]).data.id, 'o');
  admin.close();
});
