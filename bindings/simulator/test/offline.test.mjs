// The npm package over the simulator in wasm: no request leaves, in Node and in Chromium.

import assert from 'node:assert/strict';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { Simulator } from '../dist/index.js';
import { AdminClient } from '../../js/dist/index.js';
import { browse, serveFiles } from '../../js/test/chromium.mjs';
import { simulate } from '../../js/test/simulator.mjs';
import { tour } from './tour.mjs';

const EXPECTED = { areAll: true, events: 1200, retried: 2, refusal: 'NotFoundError 404 ADMIN-404-2', group: 'auditors' };

test('in Node, the client runs without a socket', async (t) => {
  t.mock.method(net.Socket.prototype, 'connect', () => assert.fail('a socket was opened'));
  t.mock.method(globalThis, 'fetch', () => assert.fail('fetch was called'));
  assert.deepEqual(await tour(AdminClient, Simulator), EXPECTED);
});

test('in Chromium, a page that is offline runs the client', async () => {
  const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'">
    <script type="module" src="/page.js"></script>`;
  const script = `
    import { AdminClient } from '/js/dist/index.js';
    import { Simulator } from '/simulator/dist/index.js';
    import { tour } from '/simulator/test/tour.mjs';
    globalThis.run = () => tour(AdminClient, Simulator);`;
  const files = await serveFiles(fileURLToPath(new URL('../..', import.meta.url)), { '/': page, '/page.js': script });
  const { context, close } = await browse();
  try {
    const tab = await context.newPage();
    await tab.goto(files.url);
    await context.setOffline(true);
    const asked = [];
    tab.on('request', (request) => asked.push(request.url()));
    // What is not allowed by the page's policy is not even asked for; the simulator needs none of it.
    assert.deepEqual(await tab.evaluate(() => globalThis.run()), EXPECTED);
    assert.deepEqual(asked, []);
  } finally {
    await close();
    files.stop();
  }
});

test('the organization equals that of the server', async () => {
  const server = await simulate('--seed', '7', '--accounts', '60', '--events', '40');
  const here = await Simulator.create({ seed: 7, accounts: 60, events: 40 });
  const told = ({ apiKey, directoryKey, orgId, directoryId }) => ({ apiKey, directoryKey, orgId, directoryId });
  assert.deepEqual(told(here), told(server));
  const { apiKey, orgId, directoryId, baseUrl } = server;
  const near = await AdminClient.create({ apiKey, backend: here });
  const far = await AdminClient.create({ apiKey, baseUrl });
  for (const ask of [
    (admin) => admin.users.search({ orgId, directoryId, limit: 100, expand: ['groups'] }),
    (admin) => admin.events.query({ orgId, limit: 40 }),
  ]) {
    const [one, other] = [await ask(near), await ask(far)];
    assert.ok(one.items.length >= 40);
    assert.deepEqual(one.items, other.items);
  }
  server.stop();
});
