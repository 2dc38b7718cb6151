// Loading of the core.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { AdminClient } from 'atlassian-admin';

test('the core loads without a use of fetch', async () => {
  const looks = [];
  for (const name of ['Request', 'Response', 'Headers', 'FormData']) {
    const { get } = Object.getOwnPropertyDescriptor(globalThis, name);
    assert.equal(typeof get, 'function', `${name} is loaded already`);
    Object.defineProperty(globalThis, name, { configurable: true, get: () => looks.push(name) && undefined });
  }
  const admin = await AdminClient.create({ apiKey: 'key' });
  admin.close();
  assert.deepEqual(looks, []);
});

test('Node loads the file beside it, or the inlined core if that does not match', async (context) => {
  const dist = new URL('../dist/', import.meta.url);
  const file = readFileSync(new URL('core_bg.wasm', dist));
  const loaders = { 'node.js': (path) => import(pathToFileURL(path)), 'node.cjs': createRequire(import.meta.url) };
  for (const [name, load] of Object.entries(loaders)) {
    for (const [content, times] of [[file, 0], [undefined, 1], [file.subarray(1), 1], ['another', 1]]) {
      const folder = mkdtempSync(join(tmpdir(), 'atlassian-admin-'));
      context.after(() => rmSync(folder, { recursive: true }));
      const write = (name, content) => writeFileSync(join(folder, name), content);
      write('package.json', '{"type":"module"}');
      write(name, readFileSync(new URL(name, dist)));
      write('inlined.js', `globalThis.inlined += 1;${readFileSync(new URL('inlined.js', dist), 'utf8')}`);
      if (content !== undefined) {
        write('core_bg.wasm', content);
      }
      globalThis.inlined = 0;
      const { AdminClient } = await load(join(folder, name));
      const admin = await AdminClient.create({ apiKey: 'key' });
      assert.equal(typeof admin.orgs.get, 'function');
      admin.close();
      assert.equal(globalThis.inlined, times, `${name}, ${content?.length}`);
    }
  }
});

/** Returns what Node prints for a program with these arguments, in a process of its own. */
const printed = (args, body) =>
  new Promise((resolve) => {
    const program = `import { AdminClient, AdminError, UnsupportedError } from ${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)};${body}`;
    execFile(process.execPath, [...args, '--input-type=module', '--eval', program], (_, out, stderr) => resolve(out || stderr));
  });
const CREATE = `
  const error = await AdminClient.create({ apiKey: 'key' }).catch((error) => error);
  console.log(JSON.stringify([error.name, error instanceof AdminError && error instanceof UnsupportedError, error.message, error.thrown?.message]));`;

test('the error names a host without WebAssembly', async () => {
  for (const [args, before] of [[['--jitless'], ''], [[], 'delete globalThis.WebAssembly;']]) {
    const [name, isOurs, message] = JSON.parse(await printed(args, before + CREATE));
    assert.deepEqual([name, isOurs], ['UnsupportedError', true]);
    assert.match(message, /^this host has no WebAssembly/);
  }
});

test('the error names the directive if a policy forbids WebAssembly', async () => {
  for (const reason of [
    'WebAssembly.compile(): Wasm code generation disallowed by embedder',
    "WebAssembly.compile(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because neither 'wasm-eval' nor 'unsafe-eval' is an allowed source of script",
    'call to WebAssembly.compile() blocked by CSP',
    "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script",
  ]) {
    const compile = `WebAssembly.compile = async () => { throw new WebAssembly.CompileError(${JSON.stringify(reason)}); };`;
    const [name, isOurs, message, thrown] = JSON.parse(await printed([], compile + CREATE));
    assert.deepEqual([name, isOurs, thrown], ['UnsupportedError', true, reason]);
    assert.match(message, /`script-src 'wasm-unsafe-eval'`/);
  }
  const broken = 'WebAssembly.compile = async () => { throw new WebAssembly.CompileError("expected magic word"); };';
  assert.equal(JSON.parse(await printed([], broken + CREATE))[0], 'CompileError');
});
