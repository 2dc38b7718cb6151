// The declarations that an editor shows: each type, property and method has a comment, and none is
// `any`.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const names = readdirSync(dist, { recursive: true }).filter((name) => /\.d\.c?ts$/.test(name));
const all = names.flatMap((name) => declarations(name, readFileSync(dist + name, 'utf8')));

/**
 * Returns the types, functions and properties of a file of the compiler, where each begins a line.
 */
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
    } else if (/^(import|export (type )?[*{]|[)}]|#private|private |\/\/# sourceMappingURL)/.test(code) || !/[:({;=]/.test(code)) {
      comment = [];
    } else {
      within = /^export (?:declare )?(?:class|interface|type) (\w+)/.exec(line)?.[1] ?? (line.startsWith(' ') ? within : '');
      found.push({ place: `${file}: ${within}: ${code}`, within, code, comment });
      comment = [];
    }
  }
  return found;
}

test('each type, property and method has a comment', () => {
  assert.ok(all.length > 2_000, `${all.length}`);
  assert.deepEqual(all.filter(({ comment }) => comment.length === 0).map(({ place }) => place), []);
});

test('no declaration is any', () => {
  assert.deepEqual(all.filter(({ code }) => /\bany\b/.test(code)).map(({ place }) => place), []);
});

test('enums accept unknown values', () => {
  const enums = all.filter(({ place, code }) => /^(models\.|groups\/)/.test(place) && /'[^']*' \| '/.test(code));
  assert.ok(enums.length > 50, `${enums.length}`);
  assert.deepEqual(enums.filter(({ code }) => !code.includes('(string & {})')).map(({ place }) => place), []);
});

test('each operation links to its documentation', () => {
  const methods = all.filter(({ within, code }) => /Operations$/.test(within) && /options\?: (Call|List)Options/.test(code));
  const listed = readFileSync(new URL('../OPERATIONS.md', import.meta.url), 'utf8').match(/^\| `\w+\.\w+` /gm);
  assert.equal(methods.length, 2 * listed.length);
  const without = methods.filter(({ comment }) => !comment.some((line) => line.startsWith('* @see https://developer.atlassian.com/')));
  assert.deepEqual(without.map(({ place }) => place), []);
});

/**
 * Returns the text of a comment without its code: a line for each paragraph, list item and tag.
 */
function paragraphsOf(comment) {
  const text = comment.map((line) => line.replace(/^\/\*\*|^\*(?!\/)|\*\/$/g, '').trim()).join('\n');
  return text
    .replaceAll(/```[^]*?```/g, '')
    .split(/\n{2,}|\n(?=@|- )/)
    .map((paragraph) => paragraph.trim().replaceAll('\n', ' '))
    .filter((paragraph) => paragraph && !/^@(see|example|experimental)/.test(paragraph));
}

const documented = all.flatMap(({ place, comment }) => paragraphsOf(comment).map((paragraph) => ({ place, paragraph })));

test('each sentence of the documentation is whole', () => {
  assert.ok(documented.length > 2_000, `${documented.length}`);
  assert.deepEqual(documented.filter(({ paragraph }) => !/[.:]$/.test(paragraph)), []);
});

test('the documentation names nothing of Rust', () => {
  const rust = /\b(Vec|Option|Ok|Err|Rust|rustdoc|extra|crate|struct|enum|serde)\b|`(None|Some)\b|(?<!ari:[\w:-]*)\w::\w|\]\(|\[`/;
  assert.deepEqual(documented.filter(({ place, paragraph }) => /^(models\.|groups\/)/.test(place) && rust.test(paragraph)), []);
});

test('the documentation names operations that exist', () => {
  const methods = all.filter(({ within, code }) => /Operations$|EventLog/.test(within) && /(Call|List)Options/.test(code));
  const known = new Set(methods.map(({ within, code }) => `${within.replace(/Operations$/, '').replace(/^./, (first) => first.toLowerCase())}.${/^\w+/.exec(code)[0]}`));
  const groups = new Set([...known].map((name) => name.split('.')[0]));
  for (const name of ['events.stream', 'events.follow', 'directories.only', 'directories.ofAccount', 'directories.ofGroup']) known.add(name);
  const named = documented.flatMap(({ place, paragraph }) => Array.from(paragraph.matchAll(/`(\w+)\.(\w+)`/g), ([, group, name]) => ({ place, group, name })));
  assert.ok(named.length > 100, `${named.length}`);
  assert.deepEqual(named.filter(({ group, name }) => groups.has(group) && !known.has(`${group}.${name}`)), []);
});

test('the documentation names types that exist', () => {
  const known = new Set(all.map(({ code }) => /^export (?:declare )?(?:class|interface|type) (\w+)/.exec(code)?.[1]));
  const named = documented.flatMap(({ place, paragraph }) => Array.from(paragraph.matchAll(/`([A-Z][a-z]+[A-Z]\w*)`|(?<!`)\{(\w+)\}/g), ([, code, tag]) => ({ place, name: code ?? tag })));
  assert.ok(named.length > 100, `${named.length}`);
  const others = ['RateLimit', 'NotFound', 'AbortSignal', 'AsyncLocalStorage', 'DOMException', 'TypeError', 'ReadableStream', 'ArrayBuffer', 'WebAssembly'];
  assert.deepEqual(named.filter(({ name }) => !known.has(name) && !others.includes(name)), []);
});

test('each operation says whether it is repeated', () => {
  const methods = all.filter(({ within, code }) => /Operations$/.test(within) && /options\?: (Call|List)Options/.test(code));
  const silent = methods.filter(({ comment }) => !comment.some((line) => /^\* - Repeated after a lost response: (yes|no)\.$/.test(line)));
  assert.deepEqual(silent.map(({ place }) => place), []);
});

test('operations that are announced to stop are deprecated', () => {
  const legacy = all.filter(({ within, code }) => within === 'LegacyOperations' && /options\?: (Call|List)Options/.test(code));
  assert.equal(legacy.length, 2 * 12);
  for (const { place, comment } of legacy) {
    assert.ok(comment.some((line) => /^\* @deprecated Announced to stop on \d{4}-\d\d-\d\d: use `\w+\.\w+`\.$/.test(line)), place);
  }
});
