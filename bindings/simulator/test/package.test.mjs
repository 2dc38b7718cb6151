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

test('the README states the sizes, to three in a hundred', () => {
  const file = readFileSync(place('../dist/index.js'));
  const sizes = [statSync(place('../build/small.wasm')).size, file.length, brotliCompressSync(file).length, tarballs[0].size];
  const text = /wasm module of ([\d.]+) MB in it \(([\d.]+) MB in all, ([\d.]+) MB after brotli\); npm downloads ([\d.]+) MB/;
  for (const [index, stated] of text.exec(readme).slice(1).entries()) {
    assert.ok(Math.abs((Number(stated) * 1e6) / sizes[index] - 1) < 0.03, `${stated} MB, and it is ${sizes[index]} bytes`);
  }
});

/** What the first program of each README prints. */
const FIRST = {
  '../README.md': /^ann@example\.com suspended\n\[\n {2}\{\n {4}action: 'user_suspended',\n/,
  '../../js/README.md': /^(suspended: \S+@\S+\n)+(2026-\S+Z \S+ \w+\n){5}$/,
};

for (const [path, expected] of Object.entries(FIRST)) {
  test(`installed from the tarballs without a network, the first program of ${path} runs`, () => {
    const project = mkdtempSync(join(folder, 'project-'));
    const options = { cwd: project, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: project, npm_config_update_notifier: 'false' } };
    const files = tarballs.map(({ filename }) => join(folder, filename));
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', ...files], options);
    const [, program] = /^```js\n([^]*?)^```$/m.exec(readFileSync(place(path), 'utf8'));
    writeFileSync(join(project, 'first.mjs'), program);
    assert.match(execFileSync(process.execPath, ['first.mjs'], options), expected);
  });
}
