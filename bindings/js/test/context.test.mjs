// Each request, callback and timer runs in the async context of its caller, also if many calls run
// at once.

import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import diagnostics from 'node:diagnostics_channel';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { response } from './misbehaving/fetches.mjs';
import { settled, watchTimers } from './watch.mjs';

const tenant = new AsyncLocalStorage();
const TENANTS = Array.from({ length: 20 }, (_, index) => `tenant-${index}`);

const page = (ids, next) =>
  response(200, JSON.stringify({ data: ids.map((id) => ({ id, attributes: { processedAt: '2026-01-01T00:00:00.000Z' } })), links: next ? { next } : {}, meta: {} }));
const tenantOf = (url) => /tenant-\d+/.exec(url)?.[0];

/** Runs `act` for each tenant at the same time, each in its own context. */
const forAll = (act, tenants = TENANTS) => Promise.all(tenants.map((orgId) => tenant.run(orgId, () => act(orgId))));

/**
 * A fetch that records the tenant of each request, and the context of its call. `answer` receives
 * the number of the tenant's request.
 */
function recording(answer) {
  const seen = [];
  const counts = new Map();
  const fetch = async (url, init) => {
    const wanted = tenantOf(url);
    seen.push([wanted, tenant.getStore()]);
    const count = (counts.get(wanted) ?? 0) + 1;
    counts.set(wanted, count);
    // A turn or two, so that the calls interleave.
    for (let turn = 0; turn < (Number(wanted.split('-')[1]) + count) % 3; turn += 1) await null;
    return answer(count, url, init);
  };
  return { fetch, seen };
}

const holds = (seen, count) => {
  assert.equal(seen.length, count);
  assert.deepEqual(seen.filter(([wanted, found]) => wanted !== found), []);
};

/** Fires all timers until the work is done. */
async function ringing(timers, work) {
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  while (!isDone) {
    await settled();
    timers.ring();
  }
  return done;
}

const EMAILS = ['a@example.com'];
const one = () => response(200, '{"data":[{"id":"1"}]}');

const calls = {
  'orgs.get': { ask: (admin, orgId) => admin.orgs.get({ orgId }) },
  'users.count': { ask: (admin, orgId) => admin.users.count({ orgId, directoryId: 'd' }) },
  'users.suspend': { ask: (admin, orgId) => admin.users.suspend({ orgId, directoryId: 'd', accountId: 'a' }) },
  'users.invite': { ask: (admin, orgId) => admin.users.invite({ orgId, emails: EMAILS }), repeats: false },
  'groups.create': { ask: (admin, orgId) => admin.groups.create({ orgId, directoryId: 'd', name: 'n' }), repeats: false },
  'an awaited listing': { ask: async (admin, orgId) => await admin.domains.list({ orgId }) },
  'first() of a listing': { ask: (admin, orgId) => admin.users.search({ orgId, directoryId: 'd' }).firstPage() },
};

for (const [name, { ask, repeats = true }] of Object.entries(calls)) {
  test(`${name} is sent in the context of its caller, also when it is retried`, async () => {
    const timers = watchTimers();
    for (const failed of [[429], ...(repeats ? [[503], [429, 503, 500]] : [])]) {
      const { fetch, seen } = recording((count) => (failed[count - 1] ? response(failed[count - 1], '') : one()));
      const admin = await AdminClient.create({ apiKey: 'key', fetch, rateGate: false });
      await ringing(timers, forAll((orgId) => ask(admin, orgId)));
      holds(seen, TENANTS.length * (failed.length + 1));
      admin.close();
    }
    timers.stop();
  });
}

test('a lost or truncated response is retried in the context of the caller', async () => {
  const timers = watchTimers();
  const { fetch, seen } = recording((count) => {
    if (count === 1) throw new Error('reset');
    return count === 2 ? response(200, '{"data":') : one();
  });
  const admin = await AdminClient.create({ apiKey: 'key', fetch });
  await ringing(timers, forAll((orgId) => admin.orgs.get({ orgId })));
  holds(seen, TENANTS.length * 3);
  admin.close();
  timers.stop();
});

for (const [name, walk] of Object.entries({
  items: (admin, orgId) => admin.domains.list({ orgId }),
  pages: (admin, orgId) => admin.domains.list({ orgId }).pages(),
})) {
  test(`each page of a walk over ${name} is requested in the context of its caller`, async () => {
    const { fetch, seen } = recording((count) => page([`${count}a`, `${count}b`], count < 5 ? `c${count}` : undefined));
    const admin = await AdminClient.create({ apiKey: 'key', fetch });
    await forAll(async (orgId) => {
      for await (const _ of walk(admin, orgId)) await null;
    });
    holds(seen, TENANTS.length * 5);
    admin.close();
  });
}

test('the page ahead is requested in the context of the caller of the page before it', async () => {
  const contexts = [];
  const fetch = async () => {
    contexts.push(tenant.getStore());
    return page([`${contexts.length}`], `c${contexts.length}`);
  };
  const admin = await AdminClient.create({ apiKey: 'key', fetch });
  const walk = tenant.run('maker', () => admin.domains.list({ orgId: 'o' })[Symbol.asyncIterator]());
  await tenant.run('first', () => walk.next());
  await settled();
  await tenant.run('second', () => walk.next());
  await settled();
  await walk.return();
  assert.deepEqual(contexts, ['first', 'first', 'second']);
  admin.close();
});

test('a call that waits for the rate limit is sent in the context of its caller', async () => {
  const timers = watchTimers();
  const { fetch, seen } = recording(() => page(['1']));
  const admin = await AdminClient.create({ apiKey: 'key', fetch });
  // Ten requests a minute for each organization: the others wait.
  const work = forAll((orgId) => Promise.all(Array.from({ length: 15 }, async () => await admin.events.query({ orgId }))), TENANTS.slice(0, 3));
  await ringing(timers, work);
  holds(seen, 45);
  admin.close();
  timers.stop();
});

for (const feed of ['stream', 'follow']) {
  test(`each step of events.${feed} and its callbacks run in the context of the caller`, async () => {
    const timers = watchTimers();
    const received = [];
    const { fetch, seen } = recording((count) => page(count < 4 ? [`${count}`] : [], count < 3 ? `c${count}` : undefined));
    const admin = await AdminClient.create({ apiKey: 'key', fetch, rateGate: false });
    const work = forAll(async (orgId) => {
      const onCheckpoint = async (text) => {
        received.push([JSON.parse(text).orgId, tenant.getStore()]);
        await null;
        received.push([JSON.parse(text).orgId, tenant.getStore()]);
      };
      let requests = 0;
      for await (const _ of admin.events[feed]({ orgId, onCheckpoint, ...(feed === 'follow' && { intervalMs: 1_000 }) })) {
        requests += 1;
        if (requests === 3) break;
      }
    });
    await ringing(timers, work);
    assert.ok(seen.length >= TENANTS.length * 3);
    holds(seen, seen.length);
    holds(received, received.length);
    assert.ok(received.length >= TENANTS.length * 4);
    admin.close();
    timers.stop();
  });
}

test('timers, backends and onFinding run in the context of the caller', async () => {
  const timers = watchTimers();
  const seen = [];
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (...args) => {
    seen.push([tenant.getStore() === undefined ? 'none' : 'tenant', 'tenant']);
    return setTimeout(...args);
  };
  const counts = new Map();
  const backend = {
    execute: async ({ url }) => {
      const wanted = tenantOf(url);
      seen.push([wanted, tenant.getStore()]);
      counts.set(wanted, (counts.get(wanted) ?? 0) + 1);
      return counts.get(wanted) === 1 ? { status: 503 } : { status: 200, body: JSON.stringify({ data: { id: wanted, type: 7 } }) };
    },
  };
  const onFinding = ({ operation }) => seen.push([operation, tenant.getStore() && 'orgs.get']);
  const admin = await AdminClient.create({ apiKey: null, backend, validate: 'warn', onFinding });
  await ringing(timers, forAll((orgId) => admin.orgs.get({ orgId })));
  globalThis.setTimeout = setTimeout;
  assert.ok(seen.filter(([what]) => what === 'orgs.get').length === TENANTS.length);
  holds(seen, seen.length);
  admin.close();
  timers.stop();
});

test("a context that a fetch enters does not reach the next request of the call", async () => {
  const timers = watchTimers();
  const { fetch, seen } = recording((count) => response(count < 3 ? 503 : 200, '{"data":{"id":"o"}}'));
  const entering = (...args) => {
    const answer = fetch(...args);
    tenant.enterWith('another tenant');
    return answer;
  };
  const admin = await AdminClient.create({ apiKey: 'key', fetch: entering });
  await ringing(timers, forAll((orgId) => admin.orgs.get({ orgId })));
  holds(seen, TENANTS.length * 3);
  admin.close();
  timers.stop();
});

test("a tracer that listens to Node's own fetch sees each request in the context of its caller", async () => {
  const server = createServer((request, answer) => answer.setHeader('content-type', 'application/json').end('{"data":{"id":"o"}}'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const seen = [];
  const listen = ({ request }) => seen.push([tenantOf(request.path), tenant.getStore()]);
  diagnostics.subscribe('undici:request:create', listen);
  const admin = await AdminClient.create({ apiKey: 'key', baseUrl: `http://127.0.0.1:${server.address().port}` });
  await forAll((orgId) => admin.orgs.get({ orgId }));
  diagnostics.unsubscribe('undici:request:create', listen);
  admin.close();
  server.close();
  server.closeAllConnections();
  holds(seen, TENANTS.length);
});

test('a call resolves in the context of the caller', async () => {
  const { fetch } = recording(() => one());
  const admin = await AdminClient.create({ apiKey: 'key', fetch });
  const after = await forAll(async (orgId) => {
    await admin.orgs.get({ orgId });
    return [orgId, tenant.getStore()];
  });
  holds(after, TENANTS.length);
  admin.close();
});
