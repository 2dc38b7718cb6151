// Reading many pages leaves nothing in memory. `bench/leak.mjs` also does the long run, over
// 400,000 events.
//
// Fragile: the garbage collector decides when memory is freed. `npm run test:fragile` tries up to
// three times.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('memory does not grow over a thousand pages and eight hundred abandoned walks', async () => {
  const script = fileURLToPath(new URL('../../bench/leak.mjs', import.meta.url));
  const report = await new Promise((resolve, reject) => {
    execFile(process.execPath, [script, '20000', '20'], (_, stdout, stderr) => (stdout ? resolve(JSON.parse(stdout)) : reject(new Error(stderr))));
  });
  assert.deepEqual(report.grew, []);
  assert.equal(report.stream.seen, 20_000);
  assert.ok(report.stream.last.memory < 4_000_000, `${report.stream.last.memory}`);
});
