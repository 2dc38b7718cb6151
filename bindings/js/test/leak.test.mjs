// Nothing is left of a walk over many pages. The long run, over 400,000 events, is in `bench/leak.mjs`, too.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('a thousand pages and eight hundred abandoned walks leave nothing behind', async () => {
  const script = fileURLToPath(new URL('../bench/leak.mjs', import.meta.url));
  const told = await new Promise((resolve, reject) => {
    execFile(process.execPath, [script, '20000', '20'], (_, stdout, stderr) => (stdout ? resolve(JSON.parse(stdout)) : reject(new Error(stderr))));
  });
  assert.deepEqual(told.grew, []);
  assert.equal(told.stream.seen, 20_000);
  assert.ok(told.stream.last.memory < 4_000_000, `${told.stream.last.memory}`);
});
