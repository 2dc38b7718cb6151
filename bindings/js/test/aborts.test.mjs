// An abort ends a call in each of its states, and leaves no timer, no listener and no request.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { AbortError, AdminClient, AdminError, ClosedError, OutcomeUnknownError, TimeoutError } from 'atlassian-admin';
import { ORG, response } from './misbehaving/fetches.mjs';
import { settled, watchedController, watchTimers } from './watch.mjs';

const uncaught = [];
process.on('uncaughtException', (error) => uncaught.push(error));
process.on('unhandledRejection', (error) => uncaught.push(error));

let timers;
let requests;
beforeEach(() => {
  timers = watchTimers();
  requests = [];
});
afterEach(() => {
  timers.stop();
  assert.deepEqual(uncaught, []);
});

/** A client whose requests get these responses in turn. Later requests are pending forever. */
async function client(responses, more = {}) {
  const fetch = (_, { signal }) => {
    requests.push(signal);
    const reply = responses.shift();
    return typeof reply === 'function' ? reply() : (reply ?? new Promise(() => {}));
  };
  return AdminClient.create({ apiKey: 'key', fetch, ...more });
}

const events = (ids, cursor) =>
  response(200, JSON.stringify({ data: ids.map((id) => ({ id, attributes: { processedAt: '2026-01-01T00:00:00.000Z' } })), links: cursor ? { next: cursor } : {}, meta: {} }));
const limited = () => response(429, '', { 'retry-after': '30' });

async function walk(list, seen = []) {
  for await (const item of list) seen.push(item.id);
}

/**
 * The state of each call when it is aborted: `begin` starts the call, and `arrived` is true in
 * that state.
 */
const situations = {
  'a request': {
    begin: (admin, options) => admin.orgs.get({ orgId: 'o' }, options),
    arrived: () => requests.length === 1,
    hanging: 1,
  },
  'a body that does not come': {
    responses: () => [{ ...response(200), text: () => new Promise(() => {}) }],
    begin: (admin, options) => admin.orgs.get({ orgId: 'o' }, options),
    arrived: () => requests.length === 1,
    hanging: 1,
  },
  'a back-off': {
    responses: () => [limited()],
    begin: (admin, options) => admin.orgs.get({ orgId: 'o' }, options),
    arrived: () => requests.length === 1 && timers.live() > 0,
  },
  'a wait for its turn': {
    responses: () => [limited()],
    prepare: (admin) => admin.orgs.get({ orgId: 'o' }, { timeoutMs: 1_000 }).catch(() => {}),
    begin: (admin, options) => admin.orgs.get({ orgId: 'o' }, options),
    arrived: () => requests.length === 1 && timers.live() > 0,
  },
  'the first page of a listing': {
    begin: (admin, options) => walk(admin.accounts.list({ orgId: 'o' }, options)),
    arrived: () => requests.length === 1,
    hanging: 1,
  },
  'an awaited listing': {
    begin: async (admin, options) => await admin.accounts.list({ orgId: 'o' }, options),
    arrived: () => requests.length === 1,
    hanging: 1,
  },
  'the second page of a listing': {
    responses: () => [events(['1', '2'], 'c')],
    begin: (admin, options) => walk(admin.domains.list({ orgId: 'o' }, options)),
    arrived: () => requests.length === 2,
    hanging: 1,
  },
  'a stream': {
    responses: () => [events(['1', '2'], 'c')],
    begin: (admin, options) => walk(admin.events.stream({ orgId: 'o' }, options)),
    arrived: () => requests.length === 2,
    hanging: 1,
  },
  'a follower between two polls': {
    responses: () => [events(['1', '2'])],
    begin: (admin, options) => walk(admin.events.follow({ orgId: 'o', intervalMs: 3_600_000 }, options)),
    arrived: () => requests.length === 1 && timers.live() > 0,
  },
};

for (const [name, { responses = () => [], prepare = async () => {}, begin, arrived, hanging = 0 }] of Object.entries(situations)) {
  test(`an abort ends ${name}`, async () => {
    const admin = await client(responses());
    await prepare(admin);
    const { controller, listeners } = watchedController();
    const call = begin(admin, { signal: controller.signal }).then(() => assert.fail('it went on'), (error) => error);
    while (!arrived()) await new Promise((resolve) => setImmediate(resolve));
    await settled();
    assert.ok(arrived());
    const before = requests.length;
    const reason = new Error('enough');
    // Only the abort can end the call: otherwise it waits for half a minute, an hour or forever.
    controller.abort(reason);
    const error = await call;
    assert.ok(error instanceof AbortError && error instanceof AdminError, `${error}`);
    assert.equal(error.name, 'AbortError');
    assert.equal(error.cause, reason);
    await settled();
    assert.equal(timers.live(), 0, 'a timer is left');
    assert.equal(listeners(), 0, 'a listener is left');
    assert.equal(requests.length, before, 'it goes on');
    // The pending request was aborted, and those with a response were not.
    assert.deepEqual(requests.map((signal) => signal.aborted), requests.map((_, index) => index >= before - hanging));
    admin.close();
  });
}

const create = (admin, options) => admin.groups.create({ orgId: 'o', directoryId: 'd', name: 'g' }, options);
const rejected = (call) => call.then(() => assert.fail('it went on'), (error) => error);
const arrival = async (count) => {
  for (let turn = 0; requests.length < count; turn += 1) {
    assert.ok(turn < 10_000, `only ${requests.length} of ${count} requests came`);
    await settled();
  }
};

test('an aborted write rejects with OutcomeUnknownError if it was sent', async () => {
  const lost = () => Promise.reject(new Error('reset'));
  const repeated = (admin, options) => admin.users.suspend({ orgId: 'o', directoryId: 'd', accountId: 'a' }, options);
  const refusedOnce = { retry: { firstWaitMs: 1, longestWaitMs: 1 } };
  for (const [what, responses, begin, count, more] of [
    ['under way', [], create, 1],
    ['of which the body does not come', [{ ...response(201), text: () => new Promise(() => {}) }], create, 1],
    ['sent again', [response(429, '', { 'retry-after': '0' })], create, 2, refusedOnce],
    ['that may be repeated', [], repeated, 1],
    ['that is about to be repeated', [lost], repeated, 1, { retry: { firstWaitMs: 3_600_000, longestWaitMs: 3_600_000 }, timeoutMs: 86_400_000 }],
  ]) {
    const admin = await client(responses, more);
    const controller = new AbortController();
    const call = rejected(begin(admin, { signal: controller.signal }));
    await arrival(count);
    await settled();
    controller.abort('enough');
    const error = await call;
    assert.ok(error instanceof OutcomeUnknownError, `${what}: ${error}`);
    assert.equal(error.cause, 'enough');
    // The number of attempts does not matter here.
    assert.equal(error.attempts, undefined);
    assert.match(error.message, /: the change may or may not have been made: it was sent, and its response was not waited for; look whether the change was made before making it again$/);
    assert.equal(error.hint, 'look whether the change was made before making it again');
    await settled();
    assert.equal(timers.live(), 0);
    admin.close();
    requests = [];
  }
});

test('a write that a timeout signal or close() ends rejects with OutcomeUnknownError', async () => {
  const admin = await client([]);
  const error = await rejected(create(admin, { signal: AbortSignal.timeout(5) }));
  assert.ok(error instanceof OutcomeUnknownError, `${error}`);
  assert.equal(error.cause.name, 'TimeoutError');
  const calls = [rejected(create(admin)), rejected(admin.orgs.get({ orgId: 'o' }))];
  await arrival(3);
  admin.close();
  const [change, read] = await Promise.all(calls);
  assert.ok(change instanceof OutcomeUnknownError && read instanceof ClosedError, `${change}, ${read}`);
});

test('an aborted write rejects with AbortError if it was not sent', async () => {
  // In the same turn; after a refusal that had no effect; and while the call waits for the rate
  // limiter.
  const admin = await client([limited()]);
  const controllers = [new AbortController(), new AbortController(), new AbortController()];
  const [first, second, third] = controllers.map(({ signal }) => ({ signal }));
  const early = rejected(create(admin, first));
  controllers[0].abort('early');
  assert.equal((await early).cause, 'early');
  assert.ok((await early) instanceof AbortError);
  const refused = rejected(create(admin, second));
  await arrival(1);
  await settled();
  const waiting = rejected(create(admin, third));
  await settled();
  for (const [index, call] of [refused, waiting].entries()) {
    controllers[index + 1].abort();
    const error = await call;
    assert.ok(error instanceof AbortError && !(error instanceof OutcomeUnknownError), `${error}`);
  }
  assert.equal(requests.length, 1);
  admin.close();
});

test('an aborted read rejects with AbortError or TimeoutError, also if it uses POST', async () => {
  const admin = await client([]);
  const error = await rejected(admin.users.count({ orgId: 'o', directoryId: 'd' }, { signal: AbortSignal.timeout(5) }));
  assert.ok(error instanceof TimeoutError, `${error}`);
  const controller = new AbortController();
  const search = rejected(admin.users.search({ orgId: 'o', directoryId: 'd' }, { signal: controller.signal }).firstPage());
  await arrival(2);
  controller.abort();
  assert.ok((await search) instanceof AbortError);
  admin.close();
});

test('an abort ends a walk between two items', async () => {
  const ids = Array.from({ length: 100 }, (_, index) => String(index));
  for (const begin of [
    (admin, options) => admin.domains.list({ orgId: 'o' }, options),
    (admin, options) => admin.events.stream({ orgId: 'o' }, options),
  ]) {
    const admin = await client([events(ids)]);
    const controller = new AbortController();
    const seen = [];
    const working = (async () => {
      for await (const item of begin(admin, { signal: controller.signal })) {
        if (seen.push(item.id) === 3) controller.abort();
      }
    })();
    await assert.rejects(working, { name: 'AbortError' });
    assert.deepEqual(seen, ['0', '1', '2']);
    assert.equal(timers.live(), 0);
    admin.close();
  }
});

test('a call that is aborted before its start sends nothing', async () => {
  const admin = await client([]);
  const signal = AbortSignal.abort('early');
  for (const begin of Object.values(situations).map(({ begin }) => begin)) {
    const error = await begin(admin, { signal }).then(() => assert.fail('it went on'), (error) => error);
    assert.ok(error instanceof AbortError, `${error}`);
    assert.equal(error.cause, 'early');
  }
  await settled();
  assert.deepEqual([requests.length, timers.live()], [0, 0]);
  admin.close();
});

test('a foreign signal must have both listener methods, and its exceptions are ignored', async () => {
  const admin = await client([response(200, ORG)]);
  const half = { aborted: false, addEventListener() {} };
  await assert.rejects(async () => admin.orgs.get({ orgId: 'o' }, { signal: half }), { name: 'TypeError', message: 'orgs.get: signal: must be an AbortSignal' });
  const throwing = { ...half, removeEventListener() { throw new Error('theirs'); } };
  assert.equal((await admin.orgs.get({ orgId: 'o' }, { signal: throwing })).data.id, 'o');
  admin.close();
});

test('an abort reason may be any value', async () => {
  const { proxy: unreadable, revoke } = Proxy.revocable({}, {});
  revoke();
  const unnamed = Object.defineProperty(new Error('x'), 'name', { get: () => assert.fail('name') });
  for (const reason of ['stop', null, 0, Symbol('stop'), {}, () => {}, new Error('stop'), unreadable, unnamed]) {
    for (const early of [true, false]) {
      const admin = await client([]);
      const controller = new AbortController();
      if (early) controller.abort(reason);
      const call = admin.orgs.get({ orgId: 'o' }, { signal: controller.signal });
      if (!early) controller.abort(reason);
      const error = await call.then(() => assert.fail('it went on'), (error) => error);
      assert.ok(error instanceof AbortError);
      assert.ok(Object.is(error.cause, reason));
      admin.close();
    }
  }
});

test('a timeout signal rejects with TimeoutError', async () => {
  const admin = await client([]);
  const error = await admin.orgs.get({ orgId: 'o' }, { signal: AbortSignal.timeout(5) }).catch((error) => error);
  assert.equal(error.name, 'TimeoutError');
  await settled();
  assert.equal(timers.live(), 0);
  admin.close();
});

test('a response after an abort is ignored', async () => {
  const late = [];
  const admin = await AdminClient.create({ apiKey: 'key', fetch: () => new Promise((resolve, reject) => late.push({ resolve, reject })) });
  const controller = new AbortController();
  const calls = [1, 2, 3].map(() => admin.orgs.get({ orgId: 'o' }, { signal: controller.signal }).catch((error) => error.name));
  await settled();
  controller.abort();
  assert.deepEqual(await Promise.all(calls), ['AbortError', 'AbortError', 'AbortError']);
  late[0].resolve(response(200, ORG));
  late[1].reject(new Error('late'));
  late[2].resolve({ then: () => assert.fail('late') });
  await settled();
  admin.close();
});

test('a success and a failure leave no timer and no listener', async () => {
  for (const reply of [response(200, ORG), response(404, '{}')]) {
    const admin = await client([reply]);
    const { controller, listeners } = watchedController();
    await admin.orgs.get({ orgId: 'o' }, { signal: controller.signal }).catch(() => {});
    await settled();
    assert.deepEqual([timers.live(), listeners(), requests.at(-1).aborted], [0, 0, false]);
    admin.close();
  }
});

test('break aborts the request ahead', async () => {
  const admin = await client([events(['1', '2'], 'c')]);
  const { controller, listeners } = watchedController();
  for await (const _ of admin.domains.list({ orgId: 'o' }, { signal: controller.signal })) {
    while (requests.length < 2) await settled();
    break;
  }
  await settled();
  assert.deepEqual([timers.live(), listeners(), requests.map((signal) => signal.aborted)], [0, 0, [false, true]]);
  admin.close();
});

test('close() leaves no timer, listener or request', async () => {
  const admin = await client([]);
  const { controller, listeners } = watchedController();
  const call = admin.orgs.get({ orgId: 'o' }, { signal: controller.signal }).catch((error) => error.name);
  while (requests.length === 0) await settled();
  admin.close();
  assert.equal(await call, 'ClosedError');
  await settled();
  assert.deepEqual([timers.live(), listeners(), requests[0].aborted], [0, 0, true]);
});
