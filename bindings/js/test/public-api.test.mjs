// The public API, in `public-api.txt`, so that its changes are visible in review.
// `UPDATE_SNAPSHOTS=yes` writes the file.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const snapshot = join(root, 'public-api.txt');
const folder = mkdtempSync(join(tmpdir(), 'public-api-'));
after(() => rmSync(folder, { recursive: true }));

/** Returns the declarations that the typed entry points reach, without comments, by file. */
function reached() {
  const options = ['--project', 'tsconfig.json', '--noCheck', '--removeComments', '--outDir', folder];
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options], { cwd: root, stdio: 'inherit' });
  const files = new Map();
  const ahead = ['index', 'slim'];
  for (const name of ahead) {
    if (files.has(name)) continue;
    const text = readFileSync(join(folder, `${name}.d.ts`), 'utf8');
    files.set(name, text);
    ahead.push(...Array.from(text.matchAll(/'(\.\.?\/[^']*)\.js'/g), ([, imported]) => join(dirname(name), imported)));
  }
  return [...files].sort(([one], [other]) => (one < other ? -1 : 1));
}

test('the public API matches the snapshot', () => {
  const listing = reached().map(([name, text]) => `// ${name}.d.ts\n${text.trimEnd()}\n`).join('');
  if (process.env.UPDATE_SNAPSHOTS === 'yes') writeFileSync(snapshot, listing);
  assert.equal(listing, readFileSync(snapshot, 'utf8'), 'if the change is meant, update the snapshot and CHANGELOG.md');
});
