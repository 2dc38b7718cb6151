// The module as text: the package decodes what the build encodes, with Node's Buffer and without.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { characters } from '../scripts/characters.mjs';

const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL('../src/characters.ts', import.meta.url))], format: 'esm', write: false });
const { bytes } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);

test('every byte round-trips, with Buffer and without', (t) => {
  assert.deepEqual(Uint8Array.from(bytes(characters(all))), all);
  const { Buffer } = globalThis;
  t.after(() => (globalThis.Buffer = Buffer));
  delete globalThis.Buffer;
  assert.deepEqual(bytes(characters(all)), all);
});

test('the text has no control characters, marks or separators', () => {
  assert.doesNotMatch(characters(all).replaceAll(' ', ''), /[\p{C}\p{M}\p{Z}]/u);
});
