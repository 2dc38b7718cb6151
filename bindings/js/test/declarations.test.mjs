// What an editor shows: each type, member and method that a user can see is explained, and nothing is `any`.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const names = readdirSync(dist).filter((name) => /\.d\.c?ts$/.test(name));
const all = names.flatMap((name) => declarations(name, readFileSync(dist + name, 'utf8')));

/** The types, functions and members of a file as the compiler writes it: each begins a line. */
function declarations(file, text) {
  const found = [];
  let comment = [];
  let isComment = false;
  let within = '';
  for (const line of text.split('\n')) {
    const code = line.trim();
    if (isComment || code.startsWith('/**')) {
      comment = isComment ? [...comment, code] : [code];
      isComment = !code.endsWith('*/');
    } else if (/^(import|export (type )?[*{]|[)}]|#private|private )/.test(code) || !/[:({;=]/.test(code)) {
      comment = [];
    } else {
      within = /^export (?:declare )?(?:class|interface|type) (\w+)/.exec(line)?.[1] ?? (line.startsWith(' ') ? within : '');
      found.push({ place: `${file}: ${within}: ${code}`, within, code, comment });
      comment = [];
    }
  }
  return found;
}

test('there is a comment on each type, member and method', () => {
  assert.ok(all.length > 2_000, `${all.length}`);
  const explained = ({ within, code, comment }) =>
    // The table of all operations has a comment on each entry, whose two members are always the same.
    comment.length > 0 || (within === 'Operations' && /^(arguments|answer): /.test(code));
  assert.deepEqual(all.filter((declaration) => !explained(declaration)).map(({ place }) => place), []);
});

test('nothing is any', () => {
  assert.deepEqual(all.filter(({ code }) => /\bany\b/.test(code)).map(({ place }) => place), []);
});

test('values that Atlassian may add are accepted', () => {
  const enums = all.filter(({ place, code }) => /^(models|operations)\./.test(place) && /'[^']*' \| '/.test(code));
  assert.ok(enums.length > 50, `${enums.length}`);
  assert.deepEqual(enums.filter(({ code }) => !code.includes('(string & {})')).map(({ place }) => place), []);
});

test('each operation leads to its documentation', () => {
  const methods = all.filter(({ within, code }) => /Operations$/.test(within) && code.includes('options?: CallOptions'));
  const listed = readFileSync(new URL('../src/operations.ts', import.meta.url), 'utf8').match(/^  '\w+\.\w+': \{ arguments/gm);
  assert.equal(methods.length, 2 * listed.length);
  const without = methods.filter(({ comment }) => !comment.some((line) => line.startsWith('* @see https://developer.atlassian.com/')));
  assert.deepEqual(without.map(({ place }) => place), []);
});

test('operations that will end are struck through', () => {
  const legacy = all.filter(({ within, code }) => within === 'LegacyOperations' && code.includes('options?: CallOptions'));
  assert.equal(legacy.length, 2 * 12);
  for (const { place, comment } of legacy) {
    assert.ok(comment.some((line) => /^\* @deprecated Announced to stop on \d{4}-\d\d-\d\d: use `\w+\.\w+`\.$/.test(line)), place);
  }
});
