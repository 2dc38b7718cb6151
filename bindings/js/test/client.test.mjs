// The client against the simulator: calls, listings, errors, aborts.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AbortError, AdminClient, AdminError, ClosedError, NotFoundError, TimeoutError } from 'atlassian-admin';
import { simulate } from './simulator.mjs';

let place;
let admin;

before(async () => {
  place = await simulate('--accounts', '250', '--events', '1200', '--no-rate-limits');
  admin = await AdminClient.create({ apiKey: place.apiKey, directoryKey: place.directoryKey, baseUrl: place.baseUrl });
});

after(() => {
  admin?.close();
  place?.stop();
});

test('a call resolves to the response of the server', async () => {
  const { orgId } = place;
  const org = await admin.orgs.get({ orgId });
  assert.equal(org.data.id, orgId);
  assert.equal(typeof org.data.attributes.name, 'string');
});

test('a walk yields every item of all pages once', async () => {
  const { orgId, directoryId } = place;
  const { count } = await admin.users.count({ orgId, directoryId });
  const ids = [];
  for await (const user of admin.users.search({ orgId, directoryId, limit: 50 })) {
    ids.push(user.accountId);
  }
  assert.deepEqual([ids.length, new Set(ids).size], [count, count]);
  assert.ok(count > 100, `${count}`);
});

test('an awaited listing is its first page, whose cursor continues without overlap or gap', async () => {
  const { orgId, directoryId } = place;
  const first = await admin.users.search({ orgId, directoryId, limit: 50 });
  assert.equal(first.items.length, 50);
  assert.equal(first.items, first.answer.data);
  const second = await admin.users.search({ orgId, directoryId, limit: 50, cursor: first.cursor });
  const all = [];
  for await (const { accountId } of admin.users.search({ orgId, directoryId, limit: 50 })) all.push(accountId);
  assert.equal(new Set(all).size, all.length);
  assert.deepEqual([...first.items, ...second.items].map(({ accountId }) => accountId), all.slice(0, 100));
});

test('pages() yields each page, and the last one has no cursor', async () => {
  const { orgId, directoryId } = place;
  const { count } = await admin.users.count({ orgId, directoryId });
  const pages = [];
  for await (const page of admin.users.search({ orgId, directoryId, limit: 100 }).pages()) {
    pages.push([page.items.length, page.cursor !== undefined]);
  }
  const full = Array.from({ length: Math.ceil(count / 100) - 1 }, () => [100, true]);
  assert.deepEqual(pages, [...full, [count - 100 * full.length, false]]);
});

test('a refusal is an error of its class, with status and code', async () => {
  const error = await admin.orgs.get({ orgId: 'nobody' }).catch((error) => error);
  assert.ok(error instanceof NotFoundError && error instanceof AdminError && error instanceof Error);
  assert.equal(error.name, 'NotFoundError');
  assert.equal(error.status, 404);
  assert.equal(error.code, 'ADMIN-404-2');
  assert.equal(error.operation, 'orgs.get');
  assert.equal(error.attempts, 1);
});

test('an invalid argument is a TypeError that names it, and nothing is sent', async () => {
  let sent = 0;
  const fetch = async () => {
    sent += 1;
    throw new Error('unreachable');
  };
  const silent = await AdminClient.create({ apiKey: 'key', fetch });
  const { orgId, directoryId } = place;
  for (const [call, message] of [
    [() => silent.orgs.get({}), 'orgs.get: orgId: must be given'],
    [() => silent.orgs.get(), 'orgs.get: orgId: must be given'],
    [() => silent.orgs.get('o'), 'orgs.get: takes an object of arguments'],
    [() => silent.orgs.get({ orgId: 7 }), 'orgs.get: orgId: must be text'],
    [() => silent.orgs.get({ orgId, nane: 1 }), 'orgs.get: nane: is not known here; known are orgId'],
    [() => silent.users.search({ orgId, directoryId, limit: Number.NaN }), 'users.search: limit: must be a number'],
    [() => silent.users.search({ orgId, directoryId, limit: 'many' }), 'users.search: limit: must be a whole number'],
    [() => silent.orgs.get({ orgId }, { signal: {} }), 'orgs.get: signal: must be an AbortSignal'],
    [() => silent.orgs.get({ orgId }, { timeoutMs: -1 }), 'orgs.get: timeoutMs: must be a number, and not below 0'],
  ]) {
    await assert.rejects(async () => await call(), { name: 'TypeError', message });
  }
  assert.equal(sent, 0);
  silent.close();
});

test('an aborted signal rejects the call', async () => {
  const controller = new AbortController();
  let sent;
  const sending = new Promise((resolve) => (sent = resolve));
  const hanging = await AdminClient.create({ apiKey: 'key', fetch: () => new Promise(() => sent()) });
  const call = hanging.orgs.list({}, { signal: controller.signal });
  // A listing sends its first request when it is used.
  const ended = call.then(() => undefined, (error) => error);
  await sending;
  controller.abort('enough');
  const error = await ended;
  assert.ok(error instanceof AbortError);
  assert.equal(error.name, 'AbortError');
  assert.equal(error.cause, 'enough');
  await assert.rejects(async () => await hanging.orgs.list({}, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  await assert.rejects(async () => await hanging.orgs.list({}, { signal: AbortSignal.timeout(10) }), { name: 'TimeoutError' });
  hanging.close();
});

test('a call rejects with TimeoutError after timeoutMs', async () => {
  const hanging = await AdminClient.create({ apiKey: 'key', fetch: () => new Promise(() => {}) });
  const error = await hanging.orgs.get({ orgId: 'o' }, { timeoutMs: 30 }).catch((error) => error);
  assert.ok(error instanceof TimeoutError);
  hanging.close();
});

test('close() rejects pending and new calls', async () => {
  let sent;
  const sending = new Promise((resolve) => (sent = resolve));
  const hanging = await AdminClient.create({ apiKey: 'key', fetch: () => new Promise(() => sent()) });
  const call = hanging.orgs.get({ orgId: 'o' });
  await sending;
  hanging.close();
  await assert.rejects(call, ClosedError);
  await assert.rejects(hanging.orgs.get({ orgId: 'o' }), ClosedError);
});

test('SCIM operations take the key of the directory', async () => {
  const { directoryId, orgId } = place;
  const created = await admin.scim.createUser({
    directoryId,
    body: { userName: 'new@example.com', emails: [{ value: 'new@example.com', primary: true }], displayName: 'New' },
  });
  const found = await admin.scim.getUser({ directoryId, userId: created.id });
  assert.equal(found.userName, 'new@example.com');
  const users = [];
  for await (const { id } of admin.scim.listUsers({ directoryId, count: 10 })) users.push(id);
  assert.equal(new Set(users).size, users.length);
  assert.ok(users.length > 10 && users.includes(created.id), `${users.length} users`);
  const without = await AdminClient.create({ apiKey: place.apiKey, baseUrl: place.baseUrl });
  const message = 'scim.getUser: takes the directory (SCIM) key: create the client with `directoryKey`';
  await assert.rejects(without.scim.getUser({ directoryId, userId: created.id }), { name: 'TypeError', message });
  assert.equal((await without.orgs.get({ orgId })).data.id, orgId);
  without.close();
});

test('a walk yields each item unchanged if ids are missing or of another type', async () => {
  const data = [{ id: 'one' }, { id: 2, attributes: [] }, { name: 'nobody' }, { id: null }, 'five', { id: 'six' }];
  const odd = await AdminClient.create({ apiKey: 'key', fetch: async () => Response.json({ data, links: {} }) });
  const seen = [];
  for await (const org of odd.orgs.list()) seen.push(org);
  assert.deepEqual(seen, data);
  assert.deepEqual((await odd.orgs.list()).items, data);
  odd.close();
});

test('a next link without a cursor is a PagingError, not the end', async () => {
  const body = { data: [{ id: 'one' }], links: { next: 'https://api.example.com/orgs?page=2' } };
  const odd = await AdminClient.create({ apiKey: 'key', fetch: async () => Response.json(body) });
  const page = await odd.orgs.list();
  assert.deepEqual(page.items, body.data);
  assert.throws(() => page.cursor, { name: 'PagingError', operation: 'orgs.list' });
  odd.close();
});
