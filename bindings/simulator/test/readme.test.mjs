// What the README shows: each program compiles and runs, and the tables name what there is.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compile } from '../../js/test/compile.mjs';

const run = promisify(execFile);
const place = (path) => fileURLToPath(new URL(path, import.meta.url));
const readme = readFileSync(place('../README.md'), 'utf8');
const IMPORTS = `import { AdminClient } from 'atlassian-admin';\nimport { Simulator } from 'atlassian-admin-simulator';\n`;
const programs = Array.from(readme.matchAll(/^```js\n([^]*?)^```$/gm), ([, code], index) => ({
  name: `program${index}.mjs`,
  code: code.includes('import ') ? code : IMPORTS + code,
}));

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(place('..'), join(folder, 'node_modules/atlassian-admin-simulator'), 'dir');
  symlinkSync(place('../../js'), join(folder, 'node_modules/atlassian-admin'), 'dir');
  for (const { name, code } of programs) writeFileSync(join(folder, name), code);
});
after(() => rmSync(folder, { recursive: true }));

test('the programs are TypeScript', () => {
  for (const { name, code } of programs) writeFileSync(join(folder, name.replace('.mjs', '.mts')), code);
  writeFileSync(join(folder, 'tsconfig.json'), readFileSync(place('tsconfig.json'), 'utf8').replace('"types": []', '"types": ["node"], "skipLibCheck": true').replace(/,\s*"paths": .*/, '').replace('uses.ts', '*.mts'));
  assert.equal(compile(folder), '');
});

/** What each program prints, in their order. */
const expected = [
  /^ann@example\.com suspended\n\[\n  \{\n    action: 'user_suspended',\n    objects: \[ '[\w:-]+' \]\n  \}\n\]\n$/,
  /^36 2 2\n$/,
  /^5 \[ 503, 503, 200 \]\nOutcomeUnknownError 36\n$/,
  /^$/,
  /^[#ℹ] pass 1$/m,
];
test('each program has an expectation', () => assert.equal(programs.length, expected.length));

for (const [index, { name }] of programs.entries()) {
  test(`${name} runs`, async () => {
    // The variable would make the inner tests report to these.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { stdout, stderr } = await run(process.execPath, [name], { cwd: folder, env });
    assert.equal(stderr, '');
    assert.match(stdout, expected[index]);
  });
}

test('the table of faults has every kind', () => {
  const names = readFileSync(place('../dist/names.d.ts'), 'utf8');
  const kinds = Array.from(names.matchAll(/ {4}kind: '([^']+)';/g), ([, kind]) => kind);
  const table = readme.slice(readme.indexOf('| kind |'), readme.indexOf('The text that the command line takes'));
  const named = Array.from(table.matchAll(/^\| (.*?) \|/gm), ([, cell]) => Array.from(cell.matchAll(/`([\w-]+)`/g), ([, kind]) => kind)).flat();
  assert.deepEqual(named.sort(), [...kinds, 'status'].sort());
});

test('the table of quirks describes them in the words of the types', () => {
  const names = readFileSync(place('../dist/names.d.ts'), 'utf8').replaceAll(/\n \* {3}/g, ' ');
  const table = readme.slice(readme.indexOf('| quirk |'), readme.indexOf('## In tests'));
  for (const [, quirk] of table.matchAll(/^\| `([\w-]+)` \|/gm)) assert.match(names, new RegExp(`^ \\* - \`${quirk}\`: `, 'm'));
});
