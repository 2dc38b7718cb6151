// What is published: its files, its size, and its first program, as a user installs and runs it.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const place = (path) => fileURLToPath(new URL(path, import.meta.url));
const readme = readFileSync(place('../README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(place('../package.json'), 'utf8'));

let folder;
let tarballs;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  tarballs = ['..', '../../js'].map((path) => {
    const told = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: place(path), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return JSON.parse(told)[0];
  });
});
after(() => rmSync(folder, { recursive: true }));

test('the tarball has the built files, the licences and the README', () => {
  const files = ['index', 'names', 'settings'].flatMap((name) => [`dist/${name}.d.cts`, `dist/${name}.d.ts`]);
  const expected = ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'dist/index.cjs', 'dist/index.js', ...files, 'package.json'];
  assert.deepEqual(tarballs[0].files.map(({ path }) => path).sort(), expected.sort());
});

test('the package can be published, and needs nothing', () => {
  assert.equal(manifest.private, undefined);
  for (const name of ['dependencies', 'peerDependencies', 'optionalDependencies', 'bin']) assert.equal(manifest[name], undefined, name);
  assert.deepEqual(Object.keys(manifest.scripts), ['test', 'types', 'lint', 'prepublishOnly']);
  const { version } = JSON.parse(readFileSync(place('../../js/package.json'), 'utf8'));
  assert.equal(manifest.version, version);
});

test('npm publishes nothing without the addresses of the project', () => {
  assert.equal(manifest.scripts.prepublishOnly, 'node scripts/publishable.mjs');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/publishable.mjs'], { cwd: place('..'), encoding: 'utf8' });
  const expected = 'error: cannot publish: package.json has no repository, homepage, bugs; add the addresses of the project\n';
  assert.deepEqual([status, stderr], manifest.repository ? [0, ''] : [1, expected]);
});

test('no file contains a path of the build machine', () => {
  for (const { path } of tarballs[0].files) {
    const text = readFileSync(place(`../${path}`), 'latin1');
    const code = path.endsWith('js') ? Buffer.from(/"([\w+/=]{1000,})"/.exec(text)?.[1] ?? '', 'base64').toString('latin1') : '';
    assert.doesNotMatch(text + code, /\/(home|root|Users|tmp|work)\/[\w.].{20}|\.cargo\//, path);
  }
});

test('the README states the sizes', () => {
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  const file = readFileSync(place('../dist/index.js'));
  const module = statSync(place('../build/small.wasm')).size;
  const sizes = /wasm module of ([\d.]+) MB\nwithin one file of JavaScript \(([\d.]+) MB, ([\d.]+) MB after brotli\); npm downloads ([\d.]+) MB/.exec(readme)?.slice(1);
  assert.deepEqual(sizes, [module, file.length, brotliCompressSync(file).length, tarballs[0].size].map(megabytes));
});

test('installed from the tarballs without a network, the first program in the README runs', () => {
  const options = { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder } };
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs.map(({ filename }) => `./${filename}`)], options);
  const [, program] = /^```js\n([^]*?)^```$/m.exec(readme);
  writeFileSync(join(folder, 'first.mjs'), program);
  assert.match(execFileSync(process.execPath, ['first.mjs'], options), /^ann@example\.com suspended\n\[\n {2}\{\n {4}action: 'user_suspended',\n/);
});
