// The example of each operation in the documentation compiles.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile } from './compile.mjs';
import { examples } from './suite/files.mjs';

test('the example of each operation compiles', () => {
  const sources = new URL('../src/groups/', import.meta.url);
  const docs = readdirSync(sources).map((name) => readFileSync(new URL(name, sources), 'utf8')).join('');
  const codes = [...docs.matchAll(/@example\n[ *]+```ts\n(.*?)\n[ *]+```/gs)].map(([, code]) => code.replaceAll(/^ +\* /gm, ''));
  assert.equal(codes.length, examples().length);
  const names = new Set(JSON.stringify(examples()).match(/(?<="\$)[a-z]\w*(?=")/g));
  const text = [
    "import type { AdminClient } from 'atlassian-admin';",
    ...['admin: AdminClient', ...[...names].map((name) => `${name}: string`)].map((declared) => `declare const ${declared};`),
    ...codes.map((code, index) => `export async function example${index}() {\n${code}\n}`),
  ].join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  try {
    writeFileSync(join(folder, 'examples.ts'), text);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    assert.equal(compile(folder), '');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
