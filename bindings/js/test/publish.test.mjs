// The check that keeps an old or missing build from being published.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { record } from '../scripts/made.mjs';

const guard = fileURLToPath(new URL('../scripts/publishable.mjs', import.meta.url));
const top = mkdtempSync(join(tmpdir(), 'publish-'));
const folder = join(top, 'bindings/js');
after(() => rmSync(top, { recursive: true }));

const write = (path, text) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const published = () => {
  const { status, stderr } = spawnSync(process.execPath, [guard], { cwd: folder, encoding: 'utf8' });
  return [status, stderr];
};
const refused = (reason) => [1, `error: cannot publish: ${reason}\n`];
const unbuilt = (reason) => refused(`${reason}; run \`cargo xtask wasm\`, then \`cargo xtask test\``);
const MANIFEST = { repository: 'https://example.com/repository', homepage: 'https://example.com', bugs: 'https://example.com/bugs' };

beforeEach(() => {
  rmSync(top, { recursive: true });
  for (const name of ['core', 'backend-fetch', 'wasm']) {
    write(`../../crates/${name}/Cargo.toml`, name);
    write(`../../crates/${name}/src/lib.rs`, name);
  }
  for (const path of ['../../Cargo.lock', '../../Cargo.toml', 'scripts/build.mjs', 'src/index.ts', 'tsconfig.json', 'build/core.d.ts', 'build/core.js', 'build/send.js', 'build/time.js', 'dist/index.js']) write(path, path);
  write('package.json', JSON.stringify(MANIFEST));
});

test('npm runs the check before it publishes, and publishes with provenance', () => {
  const { scripts, publishConfig } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  assert.equal(scripts.prepublishOnly, 'node scripts/publishable.mjs');
  assert.deepEqual(publishConfig, { access: 'public', provenance: true });
});

test('a manifest without the addresses of the project is refused', () => {
  record(folder);
  const { bugs, ...rest } = MANIFEST;
  write('package.json', JSON.stringify(rest));
  assert.deepEqual(published(), refused('package.json has no bugs; add the addresses of the project'));
  rmSync(join(folder, 'dist'), { recursive: true });
  write('package.json', '{}');
  const [status, stderr] = published();
  assert.equal(status, 1);
  assert.deepEqual(stderr.split('\n'), [
    'error: cannot publish: package.json has no repository, homepage, bugs; add the addresses of the project',
    'error: cannot publish: the package is not built; run `cargo xtask wasm`, then `cargo xtask test`',
    '',
  ]);
});

test('a build of the current sources is accepted', () => {
  record(folder);
  assert.deepEqual(published(), [0, '']);
  // `npm version` changes the manifest.
  write('package.json', JSON.stringify({ ...MANIFEST, version: '0.2.0' }));
  assert.deepEqual(published(), [0, '']);
});

test('a missing build is refused', () => {
  assert.deepEqual(published(), unbuilt('the package is not built'));
  record(folder);
  rmSync(join(folder, 'dist'), { recursive: true });
  assert.deepEqual(published(), unbuilt('the package is not built'));
});

test('a build that is older than a source is refused', () => {
  for (const path of ['../../crates/core/src/new/file.rs', '../../crates/wasm/src/lib.rs', '../../Cargo.lock', 'src/index.ts']) {
    record(folder);
    write(path, 'another');
    assert.deepEqual(published(), unbuilt(`the build is older than ${path}`));
  }
});

test('a modified build is refused', () => {
  for (const path of ['dist/index.js', 'build/core.js']) {
    record(folder);
    write(path, 'another');
    assert.deepEqual(published(), unbuilt(`${path} was changed after the build`));
  }
  record(folder);
  write('dist/more.js', 'another');
  assert.deepEqual(published(), unbuilt('dist/more.js was changed after the build'));
});
