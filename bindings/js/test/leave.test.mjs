// Iterations that the caller ends while `next` is pending. The language's async generators would
// queue `return` behind it.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { response } from './misbehaving/fetches.mjs';
import { settled, watchTimers } from './watch.mjs';

const DONE = { value: undefined, done: true };
const events = (ids, cursor) =>
  response(200, JSON.stringify({ data: ids.map((id) => ({ id, attributes: { processedAt: '2026-01-01T00:00:00.000Z' } })), links: cursor ? { next: cursor } : {}, meta: {} }));

let timers;
let requests;
beforeEach(() => {
  timers = watchTimers();
  requests = [];
});
afterEach(() => timers.stop());

/** A client whose requests get these responses in turn. Later requests are pending forever. */
const client = (...answers) => {
  const fetch = (_, { signal }) => {
    requests.push(signal);
    return answers.shift() ?? new Promise(() => {});
  };
  return AdminClient.create({ apiKey: 'key', fetch });
};

/** Asserts that an iteration left no timer and no request. */
async function gone(count, aborted) {
  await settled();
  assert.equal(timers.live(), 0, 'a timer is left');
  assert.deepEqual(requests.map(({ aborted }) => aborted), Array.from({ length: count }, (_, index) => index >= count - aborted));
}

const walks = {
  'the items of a listing': (admin) => admin.domains.list({ orgId: 'o' })[Symbol.asyncIterator](),
  'the pages of a listing': (admin) => admin.domains.list({ orgId: 'o' }).pages(),
  'a stream': (admin) => admin.events.stream({ orgId: 'o' }),
  'a follower': (admin) => admin.events.follow({ orgId: 'o' }),
};

for (const [what, begin] of Object.entries(walks)) {
  test(`return() ends ${what} before its first request and during it`, async () => {
    const admin = await client();
    const unstarted = begin(admin);
    assert.deepEqual(await unstarted.return(), DONE);
    assert.deepEqual(await unstarted.next(), DONE);
    await gone(0, 0);
    const walk = begin(admin);
    const ends = [walk.next(), walk.next()];
    await settled();
    assert.equal(requests.length, 1);
    assert.deepEqual(await walk.return('x'), { value: 'x', done: true });
    assert.deepEqual(await Promise.all(ends), [DONE, DONE]);
    assert.deepEqual(await walk.next(), DONE);
    await gone(1, 1);
    admin.close();
  });

  test(`throw() ends ${what}`, async () => {
    const admin = await client();
    const walk = begin(admin);
    const end = walk.next();
    await settled();
    const reason = new Error('enough');
    await assert.rejects(walk.throw(reason), reason);
    assert.deepEqual(await end, DONE);
    await gone(1, 1);
    admin.close();
  });
}

test('return() ends a follower between two polls without a checkpoint', async () => {
  const admin = await client(events(['1', '2']));
  const checkpoints = [];
  const walk = admin.events.follow({ orgId: 'o', intervalMs: 3_600_000, onCheckpoint: (text) => checkpoints.push(text) });
  assert.deepEqual([(await walk.next()).value.id, (await walk.next()).value.id], ['1', '2']);
  const end = walk.next();
  await settled();
  const count = checkpoints.length;
  assert.deepEqual([requests.length, timers.live()], [1, 1]);
  assert.deepEqual(await walk.return(), DONE);
  assert.deepEqual(await end, DONE);
  assert.equal(checkpoints.length, count);
  await gone(1, 0);
  admin.close();
});

test('return() waits for onCheckpoint and sends no further request', async () => {
  const admin = await client(events(['1']));
  let stored;
  const storing = new Promise((resolve) => (stored = resolve));
  const walk = admin.events.follow({ orgId: 'o', onCheckpoint: () => storing });
  await walk.next();
  const end = walk.next();
  await settled();
  const leaving = walk.return();
  stored();
  assert.deepEqual([await leaving, await end], [DONE, DONE]);
  await gone(1, 0);
  admin.close();
});

test('return() ends a listing between empty pages', async () => {
  const arrive = [];
  const admin = await client(new Promise((resolve) => arrive.push(resolve)));
  const walk = admin.domains.list({ orgId: 'o' })[Symbol.asyncIterator]();
  const end = walk.next();
  await settled();
  arrive[0](events([], 'c'));
  while (requests.length < 2) await settled();
  assert.deepEqual(await walk.return(), DONE);
  assert.deepEqual(await end, DONE);
  await gone(2, 1);
  admin.close();
});

test('concurrent next() calls return each item in order without extra requests', async () => {
  const admin = await client(events(['1', '2'], 'c'), events([], 'd'), events(['3']));
  const walk = admin.domains.list({ orgId: 'o' })[Symbol.asyncIterator]();
  const asked = Array.from({ length: 5 }, () => walk.next());
  assert.deepEqual((await Promise.all(asked)).map(({ value, done }) => (done ? 'end' : value.id)), ['1', '2', '3', 'end', 'end']);
  assert.deepEqual(await walk.next(), DONE);
  await gone(3, 0);
  admin.close();
});

test('an error between two items ends the walk for all pending next() calls', async () => {
  const stop = new AbortController();
  const admin = await client(events(['1', '2', '3'], 'c'));
  const walk = admin.events.poll({ orgId: 'o' }, { signal: stop.signal })[Symbol.asyncIterator]();
  assert.equal((await walk.next()).value.id, '1');
  stop.abort();
  const asked = await Promise.allSettled([walk.next(), walk.next()]);
  assert.deepEqual(asked.map(({ reason, value }) => reason?.name ?? value), ['AbortError', DONE]);
  await gone(2, 1);
  admin.close();
});

test('break ends a follower, which is an AsyncGenerator', async () => {
  const admin = await client(events(['1', '2'], 'c'));
  const walk = admin.events.follow({ orgId: 'o' });
  const seen = [];
  for await (const { id } of walk) {
    seen.push(id);
    break;
  }
  assert.deepEqual([seen, await walk.next()], [['1'], DONE]);
  assert.equal(Object.prototype.toString.call(walk), '[object AsyncGenerator]');
  await gone(1, 0);
  admin.close();
});

test('Symbol.asyncDispose ends a walk as return() does', async () => {
  const admin = await client();
  const walk = admin.events.follow({ orgId: 'o' });
  const end = walk.next();
  await settled();
  assert.equal(await walk[Symbol.asyncDispose](), undefined);
  assert.deepEqual([await end, await walk.next()], [DONE, DONE]);
  await gone(1, 1);
  admin.close();
});
