// The tarball that npm publishes: its files, their maps, and that nothing runs when it is
// installed.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { posix } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const read = (path, encoding = 'utf8') => readFileSync(new URL(`../${path}`, import.meta.url), encoding);
const manifest = JSON.parse(read('package.json'));
const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
const packed = files.map(({ path }) => path);

test('the tarball has the built files, the sources, the licences and the README', () => {
  const others = packed.filter((path) => !/^(dist|src)\//.test(path));
  assert.deepEqual(others.sort(), ['LICENSE-APACHE', 'LICENSE-MIT', 'OPERATIONS.md', 'README.md', 'build/core.d.ts', 'build/core.js', 'build/send.js', 'build/time.js', 'package.json']);
  const sources = readdirSync(`${cwd}/src`, { recursive: true }).filter((name) => name.endsWith('.ts'));
  assert.deepEqual(packed.filter((path) => path.startsWith('src/')).sort(), sources.map((name) => `src/${name.replaceAll('\\', '/')}`).sort());
  const built = packed.filter((path) => path.startsWith('dist/') && !/\.d\.c?ts(\.map)?$/.test(path));
  const code = ['edge-light.js', 'index.cjs', 'index.js', 'inlined.js', 'node.cjs', 'node.js', 'slim.cjs', 'slim.js', 'workerd.js'];
  assert.deepEqual(built.sort(), ['dist/core_bg.wasm', ...code.flatMap((name) => [`dist/${name}`, `dist/${name}.map`])]);
});

test('code and declarations have source maps whose sources are in the tarball', () => {
  const mapped = packed.filter((path) => /^dist\/.*\.(js|cjs|ts|cts)$/.test(path));
  assert.ok(mapped.length > 60, `${mapped.length}`);
  for (const path of mapped) {
    const [, map] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(read(path)) ?? assert.fail(`${path} names no map`);
    assert.equal(map, `${posix.basename(path)}.map`);
    const { sources, sourcesContent, sourceRoot } = JSON.parse(read(`${path}.map`));
    assert.equal(sourceRoot || undefined, undefined, path);
    assert.equal(sourcesContent, undefined, `${path}: the sources are there as files`);
    assert.ok(sources.length > 0, path);
    const missing = sources.filter((source) => !packed.includes(posix.join(posix.dirname(path), source)));
    assert.deepEqual(missing, [], path);
  }
});

test('maps name the declaration and the line of the source', () => {
  const lines = read('src/list.ts').split('\n');
  for (const path of ['dist/list.d.ts', 'dist/list.d.cts']) {
    const map = new SourceMap(JSON.parse(read(`${path}.map`)));
    const line = read(path).split('\n').findIndex((text) => text.includes('export declare class List'));
    const { originalSource, originalLine } = map.findEntry(line, 'export declare class '.length);
    assert.equal(originalSource, '../src/list.ts');
    assert.match(lines[originalLine], /^export class List</);
  }
});

test('the stack of an error in Node names the sources with --enable-source-maps', () => {
  const program = (load) => `${load}.then(async ({ AdminClient }) => {
    let stack;
    const execute = async () => (stack = new Error().stack, { status: 200, body: '{}' });
    const admin = await AdminClient.create({ apiKey: null, backend: { execute } });
    await admin.orgs.get({ orgId: 'o' });
    console.log(stack);
  });`;
  const line = 1 + read('src/backend.ts').split('\n').findIndex((text) => text.includes('backend.execute('));
  for (const load of [`import('atlassian-admin')`, `Promise.resolve(require('atlassian-admin'))`]) {
    const stack = execFileSync(process.execPath, ['--enable-source-maps', '--eval', program(load)], { cwd, encoding: 'utf8' });
    assert.match(stack, new RegExp(`[\\\\/]src[\\\\/]backend\\.ts:${line}:`));
    assert.match(stack, /[\\/]build[\\/]send\.js:/);
    assert.doesNotMatch(stack, /dist[\\/]/);
  }
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
  for (const property of ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies', 'bin']) {
    assert.equal(manifest[property], undefined, property);
  }
  for (const script of ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare']) {
    assert.equal(manifest.scripts[script], undefined, script);
  }
});

test('no file contains a path of the build machine', () => {
  for (const path of packed) {
    const [found] = /\/(home|root|Users|tmp|work)\/[\w.].{20}|\.cargo\//.exec(read(path, 'latin1')) ?? [];
    assert.equal(found, undefined, path);
  }
});
