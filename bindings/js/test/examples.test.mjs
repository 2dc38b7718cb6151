// The example of each operation, as its documentation has it, compiles.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { examples } from './suite/files.mjs';

const place = (path) => fileURLToPath(new URL(path, import.meta.url));

test('the example of each operation compiles', () => {
  const docs = readFileSync(new URL('../src/operations.ts', import.meta.url), 'utf8');
  const codes = [...docs.matchAll(/@example\n[ *]+```ts\n(.*?)\n[ *]+```/gs)].map(([, code]) => code.replaceAll(/^ +\* /gm, ''));
  assert.equal(codes.length, examples().length);
  const names = new Set(JSON.stringify(examples()).match(/(?<="\$)[a-z]\w*(?=")/g));
  const text = [
    "import type { AdminClient } from 'atlassian-admin';",
    ...['admin: AdminClient', ...[...names].map((name) => `${name}: string`)].map((declared) => `declare const ${declared};`),
    ...codes.map((code, index) => `export async function example${index}() {\n${code}\n}`),
  ].join('\n');
  // Beside the package, which it imports by name.
  mkdirSync(place('../build'), { recursive: true });
  writeFileSync(place('../build/examples.mts'), text);
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,esnext.disposable,dom', '--types', ''];
  const { status, stdout } = spawnSync(process.execPath, [place('../node_modules/typescript/bin/tsc'), ...options, place('../build/examples.mts')], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});
