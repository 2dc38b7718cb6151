// The Forge app's functions in Node, in many runs, with crashes between and within them: the
// digest counts each event once.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { AdminClient } from 'atlassian-admin';
import { compile } from '../compile.mjs';
import { simulate } from '../simulator.mjs';
import { place } from './place.mjs';

const EVENTS = 1_700;
let copy;
let server;
let admin;
let auditLog;

before(async () => {
  copy = place('forge-audit-app');
  server = await simulate('--accounts', '50', '--events', String(EVENTS), '--no-rate-limits');
  admin = await AdminClient.create({ apiKey: server.apiKey, baseUrl: server.baseUrl });
  ({ auditLog } = await bundled('audit-log'));
});

after(() => {
  admin?.close();
  server?.stop();
  copy?.remove();
});

/** A part of the app as Forge runs it: bundled into one CommonJS file. */
async function bundled(name) {
  const outfile = join(copy.folder, 'out', `${name}.cjs`);
  await build({ entryPoints: [join(copy.folder, `src/${name}.js`)], bundle: true, format: 'cjs', platform: 'node', outfile });
  return createRequire(outfile)(outfile);
}

/**
 * A storage that keeps JSON of up to 240 KiB, as Forge's does. `before` and `after` may make it
 * fail.
 */
function storage() {
  const values = new Map();
  const kvs = {
    before() {},
    after() {},
    get: async (key) => (values.has(key) ? JSON.parse(values.get(key)) : undefined),
    set: async (key, value) => {
      kvs.before();
      const text = JSON.stringify(value);
      assert.ok(Buffer.byteLength(text) <= 240 * 1024, 'a value is too large');
      values.set(key, text);
      kvs.after();
    },
  };
  return kvs;
}

function jobs() {
  const pushed = [];
  return { pushed, push: async (job) => void pushed.push(job) };
}

/**
 * A fetch that allows what the manifest permits, as Forge's does. The simulator answers for the
 * one permitted host.
 */
function permitted(manifest) {
  const addresses = [...manifest.matchAll(/- address: (\S+)/g)].map(([, address]) => address);
  return async (url, init) => {
    const { protocol, hostname, pathname, search } = new URL(url);
    assert.ok(protocol === 'https:' && addresses.includes(hostname), `${url} is not permitted`);
    return fetch(server.baseUrl + pathname + search, init);
  };
}

const manifest = () => readFileSync(join(copy.folder, 'manifest.yml'), 'utf8');

function app(given = {}) {
  const { apiKey, orgId } = server;
  return auditLog({ apiKey, orgId, fetch: permitted(manifest()), kvs: storage(), queue: jobs(), ...given });
}

/** Returns the digest of all events, by other means. */
async function truth() {
  const [actions, ids] = [{}, []];
  for await (const { id, attributes } of admin.events.stream({ orgId: server.orgId })) {
    actions[attributes.action] = (actions[attributes.action] ?? 0) + 1;
    ids.push(id);
  }
  return { total: ids.length, actions, latest: ids.slice(-20).reverse() };
}

const shown = async ({ digest }) => {
  const counted = await digest();
  return { ...counted, latest: counted.latest.map(({ id }) => id) };
};

async function change(name) {
  const { orgId, directoryId } = server;
  await admin.groups.create({ orgId, directoryId, name });
}

test('the types of its copy of the log are right, without a cast', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forge-'));
  try {
    cpSync(join(copy.folder, 'src/audit-log.js'), join(folder, 'audit-log.mjs'));
    assert.equal(compile(folder), '');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('after each run, the digest covers all events', async () => {
  const queue = jobs();
  const forge = app({ queue });
  assert.deepEqual(await shown(forge), { total: 0, actions: {}, latest: [] });
  for (const name of ['auditors', 'reviewers', 'keepers']) {
    await forge.schedule();
    assert.deepEqual(queue.pushed.pop(), { body: {}, concurrency: { key: 'audit-log', limit: 1 } });
    await forge.copy();
    assert.deepEqual(await shown(forge), await truth());
    await change(name);
  }
  assert.deepEqual(queue.pushed, []);
});

test('a crash at any storage access loses no event and counts no event twice', async () => {
  const expected = await truth();
  let crashes = 0;
  for (const moment of ['before', 'after']) {
    for (let survived = 0; ; survived += 1) {
      const kvs = storage();
      let left = survived;
      kvs[moment] = () => {
        if (left-- === 0) throw new Error('crash');
      };
      const crashed = await app({ kvs }).copy().then(() => false, (error) => error.message === 'crash');
      // The next run is another process, which has the storage only.
      kvs[moment] = () => {};
      const next = app({ kvs });
      await next.copy();
      assert.deepEqual(await shown(next), expected, `${moment} ${survived}`);
      if (!crashed) break;
      crashes += 1;
    }
  }
  assert.ok(crashes >= 8, `${crashes}`);
});

/** Starts to copy. Its time is over when this controller aborts. */
function copying(forge, time) {
  const { timeout } = AbortSignal;
  AbortSignal.timeout = () => time.signal;
  const copied = forge.copy();
  // It is requested at the start.
  AbortSignal.timeout = timeout;
  return copied;
}

const over = () => new DOMException('over', 'TimeoutError');

test('a consumer that runs out of time queues a job for the rest', async () => {
  const [kvs, queue, pass, time] = [storage(), jobs(), permitted(manifest()), new AbortController()];
  let pages = 0;
  // The third page does not arrive in time.
  const slow = (url, init) => {
    pages += 1;
    if (pages < 3) return pass(url, init);
    time.abort(over());
    return new Promise(() => {});
  };
  const first = app({ kvs, queue, fetch: slow });
  await copying(first, time);
  assert.ok((await first.digest()).total <= 1_000);
  assert.equal(queue.pushed.length, 1);
  const second = app({ kvs, queue });
  await second.copy();
  assert.deepEqual(await shown(second), await truth());
  assert.equal(queue.pushed.length, 1);
});

test('a failure is reported as such, also when the time is over', async () => {
  const [kvs, queue, time] = [storage(), jobs(), new AbortController()];
  kvs.before = () => {
    time.abort(over());
    throw new Error('the storage is full');
  };
  await assert.rejects(copying(app({ kvs, queue }), time), { message: 'the storage is full' });
  assert.deepEqual(queue.pushed, []);
});

test('a refusal is an error of its class and leaves the digest unchanged', async () => {
  const kvs = storage();
  await app({ kvs }).copy();
  const before = await kvs.get('digest');
  await assert.rejects(app({ kvs, apiKey: 'a-wrong-key' }).copy(), { name: 'UnauthorizedError' });
  assert.deepEqual(await kvs.get('digest'), before);
});

test('the functions of the manifest exist and use the API of Forge', async () => {
  // The functions of Forge's packages that the app imports, as CommonJS that was compiled from
  // modules.
  for (const [name, text] of Object.entries({
    api: 'exports.fetch = (...args) => globalThis.forge.fetch(...args);',
    events: `exports.Queue = class {
      constructor({ key }) { this.queue = key; }
      push(job) { return globalThis.forge.queue.push({ ...job, queue: this.queue }); }
    };`,
    kvs: 'exports.kvs = { get: (key) => globalThis.forge.kvs.get(key), set: (key, value) => globalThis.forge.kvs.set(key, value) };',
    resolver: `exports.default = class {
      functions = {};
      define(name, act) { this.functions[name] = act; return this; }
      getDefinitions() { return ({ call }) => this.functions[call.functionKey]({ payload: call.payload }); }
    };`,
  })) {
    const folder = join(copy.folder, 'node_modules/@forge', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.js'), `Object.defineProperty(exports, '__esModule', { value: true });\n${text}`);
  }
  const queue = jobs();
  globalThis.forge = { kvs: storage(), queue, fetch: permitted(manifest()) };
  process.env.ATLASSIAN_ADMIN_API_KEY = server.apiKey;
  process.env.ATLASSIAN_ADMIN_ORG_ID = server.orgId;
  const functions = await bundled('index');
  const handlers = [...manifest().matchAll(/handler: index\.(\w+)/g)].map(([, name]) => name);
  assert.deepEqual(handlers.toSorted(), ['copy', 'resolver', 'schedule']);
  for (const name of handlers) assert.equal(typeof functions[name], 'function', name);

  const invoke = (functionKey) => functions.resolver({ call: { functionKey } });
  await invoke('refresh');
  assert.match(manifest(), new RegExp(`queue: ${queue.pushed[0].queue}\n      function: copy`));
  await functions.copy();
  assert.equal((await invoke('digest')).total, (await truth()).total);

  // The user interface calls existing functions. It needs React, so it is compiled and not run.
  const { outputFiles } = await build({
    entryPoints: [join(copy.folder, 'src/frontend/index.jsx')],
    bundle: true,
    format: 'esm',
    external: ['@forge/*', 'react'],
    write: false,
  });
  const called = [...outputFiles[0].text.matchAll(/invoke\("(\w+)"\)/g)].map(([, name]) => name);
  assert.deepEqual(called.toSorted(), ['digest', 'refresh']);
});
