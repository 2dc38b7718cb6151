// What happens during a call, as the user's function receives it.

import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { ORG, response } from './misbehaving/fetches.mjs';
import { settled } from './watch.mjs';

/** Events without what differs from run to run. */
function steady(events) {
  const [call] = new Set(events.map(({ call }) => call));
  return events.map(({ call: number, durationMs, waitMs, ...event }) => {
    assert.equal(number, call);
    for (const time of [durationMs, waitMs]) {
      assert.ok(time === undefined || (Number.isFinite(time) && time >= 0), `${time}`);
    }
    return event;
  });
}

test('onEvent receives each request, response, wait and the end', async () => {
  const answers = [response(503, ''), response(200, ORG, { 'x-ratelimit-remaining': '9', 'atl-traceid': 'abc-1' })];
  const events = [];
  const admin = new AdminClient({
    apiKey: 'key',
    retry: { firstWaitMs: 1 },
    fetch: async () => answers.shift(),
    onEvent: (event) => events.push(event),
  });
  await admin.orgs.get({ orgId: 'o' });
  await settled();
  const operation = 'orgs.get';
  assert.deepEqual(steady(events), [
    { type: 'sent', operation, attempt: 1 },
    { type: 'answered', operation, attempt: 1, status: 503 },
    { type: 'waiting', operation, attempt: 2, reason: 'HTTP 503' },
    { type: 'sent', operation, attempt: 2 },
    { type: 'answered', operation, attempt: 2, status: 200, remaining: 9, traceId: 'abc-1' },
    { type: 'finished', operation, attempt: 2, result: 'succeeded' },
  ]);
});

test('onEvent receives why a call failed, and that it was cancelled', async () => {
  const events = [];
  const onEvent = (event) => events.push(event);
  const lost = new AdminClient({ apiKey: 'key', retry: false, fetch: async () => { throw new Error('canary'); }, onEvent });
  await assert.rejects(lost.orgs.get({ orgId: 'o' }));
  await settled();
  const operation = 'orgs.get';
  assert.deepEqual(steady(events), [
    { type: 'sent', operation, attempt: 1 },
    { type: 'failed', operation, attempt: 1, reason: 'connection lost' },
    { type: 'finished', operation, attempt: 1, result: 'failed', error: 'Connection' },
  ]);
  events.length = 0;
  const slow = new AdminClient({ apiKey: 'key', fetch: () => new Promise(() => {}), onEvent });
  const controller = new AbortController();
  const call = slow.orgs.get({ orgId: 'o' }, { signal: controller.signal });
  await settled();
  controller.abort();
  await assert.rejects(call, { name: 'AbortError' });
  await settled();
  assert.deepEqual(steady(events), [
    { type: 'sent', operation, attempt: 1 },
    { type: 'finished', operation, attempt: 1, result: 'cancelled' },
  ]);
});

test('onEvent may call the client and close it', async () => {
  const seen = [];
  const admin = new AdminClient({
    apiKey: 'key',
    fetch: async () => response(200, ORG),
    onEvent: ({ type, operation }) => {
      seen.push(`${operation} ${type}`);
      if (type === 'answered' && operation === 'orgs.get') admin.orgs.list().firstPage().catch(() => {});
      if (type === 'finished' && operation === 'orgs.list') admin.close();
    },
  });
  await admin.orgs.get({ orgId: 'o' });
  while (!seen.includes('orgs.list finished')) await settled();
  await assert.rejects(admin.orgs.get({ orgId: 'o' }), { name: 'ClosedError' });
});

test('what onEvent throws is printed on the console, and the call resolves', async () => {
  const printed = [];
  const { error: native } = console;
  console.error = (error) => printed.push(error);
  const reason = new Error('the log is full');
  for (const onEvent of [() => { throw reason; }, async () => { throw reason; }]) {
    const admin = new AdminClient({ apiKey: 'key', fetch: async () => response(200, ORG), onEvent });
    assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 'o');
  }
  await settled();
  console.error = native;
  assert.ok(printed.length >= 6 && printed.every((error) => error === reason), `${printed}`);
});

test('onEvent runs in the async context of the call', async () => {
  const tenant = new AsyncLocalStorage();
  const contexts = new Map();
  const admin = new AdminClient({
    apiKey: 'key',
    fetch: async () => response(200, ORG),
    onEvent: ({ call }) => contexts.set(call, [...(contexts.get(call) ?? []), tenant.getStore()]),
  });
  await Promise.all(['acme', 'globex'].map((name) => tenant.run(name, () => admin.orgs.get({ orgId: name }))));
  await settled();
  assert.deepEqual([...contexts.values()], [['acme', 'acme', 'acme'], ['globex', 'globex', 'globex']]);
});

test('debug prints a line for each event, without the key and the arguments', async () => {
  const lines = [];
  const { warn: native } = console;
  console.warn = (line) => lines.push(line.replace(/call \d+/, 'call N').replace(/\d+ ms/g, 'T ms'));
  const answers = [response(503, ''), response(200, ORG, { 'x-ratelimit-remaining': '9', 'atl-traceid': 'abc-1' })];
  const admin = new AdminClient({ apiKey: 'canary-key', debug: true, retry: { firstWaitMs: 1 }, fetch: async () => answers.shift() });
  await admin.orgs.get({ orgId: 'canary-org' });
  await settled();
  console.warn = native;
  assert.deepEqual(lines, [
    'atlassian-admin: call N: orgs.get: attempt 1: sent',
    'atlassian-admin: call N: orgs.get: attempt 1: HTTP 503 after T ms',
    'atlassian-admin: call N: orgs.get: waits T ms before attempt 2: HTTP 503',
    'atlassian-admin: call N: orgs.get: attempt 2: sent',
    'atlassian-admin: call N: orgs.get: attempt 2: HTTP 200 after T ms, 9 requests left, trace abc-1',
    'atlassian-admin: call N: orgs.get: succeeded after T ms',
  ]);
});
