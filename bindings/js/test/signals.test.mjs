// A signal of many calls has one listener, as long as one of them is pending.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { AbortError, AdminClient } from 'atlassian-admin';
import { ORG, response } from './misbehaving/fetches.mjs';
import { settled } from './watch.mjs';

const listeners = (signal) => getEventListeners(signal, 'abort').length;

test('thirty calls, walks and feeds with one signal have one listener, and an abort ends them all', async () => {
  const sent = [];
  const admin = await AdminClient.create({ apiKey: 'key', rateGate: false, fetch: (_, { signal }) => new Promise(() => sent.push(signal)) });
  const other = await AdminClient.create({ apiKey: 'key', rateGate: false, fetch: (_, { signal }) => new Promise(() => sent.push(signal)) });
  const controller = new AbortController();
  const options = { signal: controller.signal };
  const works = Array.from({ length: 10 }, (_, index) => [
    (index % 2 ? admin : other).orgs.get({ orgId: `o${index}` }, options),
    admin.domains.list({ orgId: 'o' }, options).firstPage(),
    admin.events.follow({ orgId: 'o' }, options).next(),
  ]).flat();
  const ends = Promise.allSettled(works);
  while (sent.length < works.length) await settled();
  assert.equal(listeners(controller.signal), 1);
  const reason = new Error('enough');
  controller.abort(reason);
  for (const { reason: error } of await ends) {
    assert.ok(error instanceof AbortError, `${error}`);
    assert.equal(error.cause, reason);
  }
  assert.equal(listeners(controller.signal), 0);
  assert.ok(sent.every(({ aborted }) => aborted));
  admin.close();
  other.close();
});

test('the listener is removed with the last call and added with the next', async () => {
  const arrive = [];
  const admin = await AdminClient.create({ apiKey: 'key', fetch: () => new Promise((resolve) => arrive.push(resolve)) });
  const { signal } = new AbortController();
  for (let round = 0; round < 3; round += 1) {
    const calls = Array.from({ length: 5 }, () => admin.orgs.get({ orgId: 'o' }, { signal }));
    while (arrive.length < 5) await settled();
    for (let left = 5; left > 0; left -= 1) {
      assert.equal(listeners(signal), 1);
      arrive.shift()(response(200, ORG));
      await settled();
    }
    await Promise.all(calls);
    assert.equal(listeners(signal), 0);
  }
  admin.close();
});

test('a call that is started by an abort listener rejects with AbortError', async () => {
  const admin = await AdminClient.create({ apiKey: 'key', fetch: () => new Promise(() => {}) });
  const controller = new AbortController();
  const { signal } = controller;
  const ask = () => admin.orgs.get({ orgId: 'o' }, { signal });
  const late = [];
  const pending = ask();
  signal.addEventListener('abort', () => late.push(ask()));
  controller.abort();
  await assert.rejects(pending, AbortError);
  await assert.rejects(late[0], AbortError);
  admin.close();
});

test('Node prints no warning about listeners if many calls share a signal', async () => {
  const program = `
    import { AdminClient } from ${JSON.stringify(new URL('../dist/node.js', import.meta.url).href)};
    const fetch = async () => ({ status: 200, headers: { get: () => null }, text: async () => '{"data":{"id":"o"}}' });
    const admin = await AdminClient.create({ apiKey: 'key', fetch });
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 30 }, () => admin.orgs.get({ orgId: 'o' }, { signal })));
    console.log('done');`;
  const printed = await new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '--eval', program], (_, out, stderr) => resolve([out, stderr]));
  });
  assert.deepEqual(printed, ['done\n', '']);
});
