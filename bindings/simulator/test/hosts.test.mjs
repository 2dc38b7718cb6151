// The simulator in its hosts: async context, fake timers, signals, bundles.

import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { execFileSync } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { mock, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from '../../js/node_modules/esbuild/lib/main.js';
import { Simulator } from '../dist/index.js';
import { AdminClient } from '../../js/dist/index.js';

const { setImmediate } = globalThis;
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('many requests with one signal have one listener, and an abort ends them all', async () => {
  const simulator = await Simulator.create({ faults: ['hang'] });
  const controller = new AbortController();
  const { signal } = controller;
  const request = { method: 'GET', url: 'http://here/admin/v1/orgs', headers: { authorization: `Bearer ${simulator.apiKey}` }, signal };
  const ends = Promise.allSettled(Array.from({ length: 30 }, () => simulator.execute(request)));
  await turn();
  assert.equal(getEventListeners(signal, 'abort').length, 1);
  controller.abort(new Error('enough'));
  assert.deepEqual((await ends).map(({ reason }) => reason.message), Array(30).fill('enough'));
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

test('the listener is removed with the last request', async () => {
  const simulator = await Simulator.create({ faults: ['delay:ms=1'] });
  const { signal } = new AbortController();
  const request = { method: 'GET', url: 'http://here/admin/v1/orgs', headers: { authorization: `Bearer ${simulator.apiKey}` }, signal };
  await Promise.all([simulator.execute(request), simulator.execute(request)]);
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

test('under fake timers, a delay ends as the clock advances', async (t) => {
  const simulator = await Simulator.create({ faults: ['delay:ms=5000'] });
  const admin = await AdminClient.create({ apiKey: simulator.apiKey, backend: simulator });
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'setImmediate', 'Date'] });
  t.after(() => mock.timers.reset());
  let isDone = false;
  const call = admin.orgs.get({ orgId: simulator.orgId }).finally(() => (isDone = true));
  for (let count = 0; count < 5; count += 1) await turn();
  mock.timers.tick(4_999);
  for (let count = 0; count < 5; count += 1) await turn();
  assert.equal(isDone, false);
  mock.timers.tick(1);
  assert.equal((await call).data.id, simulator.orgId);
  admin.close();
});

test('each request is decided in the context of its caller', async () => {
  const tenant = new AsyncLocalStorage();
  const simulator = await Simulator.create({ faults: ['503:every=2'], rateLimits: false });
  const seen = [];
  const backend = {
    async execute(request) {
      const response = await simulator.execute(request);
      seen.push([/orgs\/(\w+)/.exec(request.url)[1], tenant.getStore()]);
      return response;
    },
  };
  const admin = await AdminClient.create({ apiKey: simulator.apiKey, backend, retry: { firstWaitMs: 1, longestWaitMs: 1 } });
  const tenants = Array.from({ length: 20 }, (_, index) => `tenant${index}`);
  await Promise.all(tenants.map((orgId) => tenant.run(orgId, () => admin.orgs.get({ orgId }).catch(() => {}))));
  assert.ok(seen.length > 20);
  assert.deepEqual(seen.filter(([wanted, found]) => wanted !== found), []);
  admin.close();
});

for (const platform of ['browser', 'node']) {
  for (const format of ['esm', 'cjs']) {
    test(`a bundle of esbuild runs: ${platform}, ${format}`, async () => {
      const contents = `import { Simulator } from './dist/index.js'; Simulator.create({ accounts: 7 }).then(({ orgId }) => console.log(orgId));`;
      const stdin = { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)) };
      const { outputFiles } = await build({ stdin, bundle: true, minify: true, platform, format, write: false });
      const type = format === 'esm' ? 'module' : 'commonjs';
      const printed = execFileSync(process.execPath, [`--input-type=${type}`, '-'], { input: outputFiles[0].contents, encoding: 'utf8' });
      assert.equal(printed, `${(await Simulator.create({ accounts: 7 })).orgId}\n`);
    });
  }
}
