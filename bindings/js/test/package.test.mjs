// What is published: the whole of it and nothing else, and nothing that runs when it is installed.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
const packed = files.map(({ path }) => path);

test('the tarball has the built files, the licences and the README', () => {
  assert.deepEqual(packed.filter((path) => !path.startsWith('dist/')).sort(), ['LICENSE-APACHE', 'LICENSE-MIT', 'OPERATIONS.md', 'README.md', 'package.json']);
  const code = packed.filter((path) => path.startsWith('dist/') && !/\.d\.c?ts$/.test(path));
  assert.deepEqual(code.sort(), [
    'dist/core_bg.wasm',
    'dist/edge-light.js',
    'dist/index.cjs',
    'dist/index.js',
    'dist/inlined.js',
    'dist/node.cjs',
    'dist/node.js',
    'dist/slim.cjs',
    'dist/slim.js',
    'dist/workerd.js',
  ]);
});

test('every file that the manifest names is in the tarball', () => {
  const leaves = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(leaves));
  const { exports, main, module, types, unpkg, jsdelivr, sideEffects } = manifest;
  for (const path of [exports, main, module, types, unpkg, jsdelivr, sideEffects].flatMap(leaves)) {
    const [before, after] = path.replace('./', '').split('*');
    assert.ok(packed.some((name) => name.startsWith(before) && name.endsWith(after ?? before)), path);
  }
});

test('the package has no dependencies and no install scripts', () => {
  for (const member of ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies', 'bin']) {
    assert.equal(manifest[member], undefined, member);
  }
  for (const script of ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare']) {
    assert.equal(manifest.scripts[script], undefined, script);
  }
});

test('no file contains a path of the build machine', () => {
  for (const path of packed) {
    const text = readFileSync(new URL(`../${path}`, import.meta.url), 'latin1');
    const [told] = /\/(home|root|Users|tmp)\/[\w.].{20}|\.cargo\//.exec(text) ?? [];
    assert.equal(told, undefined, path);
  }
});
