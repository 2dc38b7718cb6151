// Bodies as values: quick ways must lead where the plain one does.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { build } from 'esbuild';

const { outputFiles } = await build({
  stdin: { contents: `export * from './decode.ts'; export * from './escape.ts';`, resolveDir: new URL('../src', import.meta.url).pathname },
  bundle: true,
  format: 'esm',
  write: false,
});
const { parse: parseChunks, escaped: escapeGathered, gathered } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

/** Bytes in chunks of odd lengths, as they may come. */
const chunks = (bytes) => Array.from({ length: Math.ceil(bytes.length / 1021) }, (_, index) => bytes.subarray(index * 1021, (index + 1) * 1021));
const parse = (body) => parseChunks(typeof body === 'string' ? body : chunks(body));
/** What is escaped of bytes: themselves where there is nothing to escape. */
function escaped(bytes) {
  const whole = gathered(chunks(bytes));
  const text = escapeGathered(whole);
  return text === whole ? bytes : text;
}
const utf8 = new TextDecoder();
const plainly = (bytes) => JSON.parse(utf8.decode(bytes));
const bytes = (text) => new TextEncoder().encode(text);
/** Enough of ASCII for a body to be worth the trouble. */
const filler = 'x'.repeat(3000);

/** Parts, of text or of bytes, one after the other. */
const joined = (...parts) => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));

/** What comes of reading bytes: a value, or an error. */
function outcome(read, bytes) {
  try {
    return { value: read(bytes) };
  } catch (error) {
    return { name: error.name, message: error.message };
  }
}

/** The same bytes, beginning `offset` bytes behind a whole word. */
function shifted(bytes, offset) {
  const room = new Uint8Array(bytes.length + 16).fill(0xff);
  room.set(bytes, 8 + offset);
  return room.subarray(8 + offset, 8 + offset + bytes.length);
}

test('every character beyond ASCII is escaped at any place', () => {
  const letters = ['\u0080', 'é', '\u07ff', '\u0800', '東', '\ud7ff', '\ue000', '\ufeff', '\uffff', '\u{10000}', '🎉', '\u{10ffff}'];
  for (const letter of letters) {
    for (const [before, after] of [['', filler], [filler, ''], [filler, letter], ['ab', `c${letter}${filler}${letter}d`]]) {
      const value = { [`name ${letter}`]: [`${before}${letter}${after}`] };
      const body = bytes(JSON.stringify(value));
      const text = escaped(body);
      assert.ok(text && text.every((byte) => byte < 0x80), letter);
      assert.deepEqual(JSON.parse(utf8.decode(text)), value);
      for (let offset = 0; offset < 8; offset += 1) {
        assert.deepEqual(parse(shifted(body, offset)), value, `${letter} at ${offset}`);
      }
    }
  }
});

test('a character beyond ASCII is found at any offset', () => {
  for (let place = 0; place < 64; place += 1) {
    const value = [`${'x'.repeat(place)}é${filler}`];
    const text = escaped(bytes(JSON.stringify(value)));
    assert.deepEqual(text && JSON.parse(utf8.decode(text)), value, `${place}`);
  }
});

test('an ASCII body is not copied, and bodies of both kinds may follow it', () => {
  const [plain, foreign] = [{ name: filler }, { name: `${filler}é東` }];
  const body = bytes(JSON.stringify(plain));
  assert.equal(escaped(body), body);
  for (const value of [plain, plain, foreign, foreign, plain, foreign, plain, plain]) {
    assert.deepEqual(parse(bytes(JSON.stringify(value))), value);
  }
});

test('dense and malformed bodies are decoded without escaping', () => {
  const quoted = (...parts) => joined(`"${filler}`, ...parts, '"');
  const left = {
    'a dense body': bytes(JSON.stringify('né'.repeat(3000))),
    'a backslash before a letter': quoted('\\é'),
    'a backslash of its own before a letter': quoted('\\\\é'),
    'a byte that continues nothing': quoted([0x80]),
    'two bytes that are too long for one': quoted([0xc1, 0xbf]),
    'three bytes that are too long for two': quoted([0xe0, 0x9f, 0xbf]),
    'four bytes that are too long for three': quoted([0xf0, 0x8f, 0xbf, 0xbf]),
    'half a surrogate pair': quoted([0xed, 0xa0, 0x80]),
    'a letter beyond the last': quoted([0xf4, 0x90, 0x80, 0x80]),
    'a byte that would begin five': quoted([0xf8, 0x90, 0x80, 0x80]),
    'a byte that begins nothing': quoted([0xff]),
    'a letter cut short by another': quoted([0xe6, 0x9d], 'é'),
    'a letter cut short by the end': bytes(JSON.stringify(`${filler}🎉`)).subarray(0, -2),
  };
  for (const [what, body] of Object.entries(left)) {
    assert.equal(escaped(body), undefined, what);
    assert.deepEqual(outcome(parse, body), outcome(plainly, body), what);
  }
});

test('a byte order mark is skipped in bytes', () => {
  const body = bytes(`\ufeff${JSON.stringify({ name: `é\ufeff${filler}` })}`);
  assert.equal(body[0], 0xef);
  assert.deepEqual(parse(body), plainly(body));
});

test('a byte order mark is skipped in text', () => {
  assert.deepEqual(parse('{"name":"\ufeffé"}'), { name: '\ufeffé' });
  assert.deepEqual(parse('\ufeff{}'), {});
  assert.deepEqual(outcome(parse, '\ufeff\ufeff{}'), outcome(JSON.parse, '\ufeff{}'));
});

test('decoding leaves the bytes and earlier values unchanged', () => {
  const [one, other] = ['é', '東'].map((letter) => bytes(JSON.stringify([letter, filler])));
  const before = one.slice();
  const value = parse(one);
  parse(other);
  assert.deepEqual(one, before);
  assert.deepEqual(value, ['é', filler]);
});

/** Numbers that look random, the same ones in each run. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Parts that JSON may be made of, and parts that spoil it. */
const PARTS = [
  (random) => 'abcdefghijklmnopqrstuvwxyz'.repeat(1 + random(8)).slice(random(26)),
  (random) => String.fromCodePoint(0x80 + random(0x780)),
  (random) => String.fromCodePoint(0x800 + random(0xd000)),
  (random) => String.fromCodePoint(0xe000 + random(0x2000)),
  (random) => String.fromCodePoint(0x1_0000 + random(0x10_0000)),
  (random) => ['\\"', '\\\\', '\\/', '\\b', '\\f', '\\n', '\\r', '\\t', '\\u00e9', '\\ud83d\\ude00', '\\ud83d', '\\u0000'][random(12)],
  (random) => ['","', '":"', '"],["', '":{"', ' ', '\u2028', '\u00a0', '\ufeff'][random(8)],
  (random) => ['\\', '\\u', '\\u00', '\n', '"', '\\x', '}', '\u0000'][random(8)],
  (random) => Array.from({ length: 1 + random(4) }, () => 0x80 + random(0x80)),
];

test('thousands of valid and malformed bodies decode as with TextDecoder and JSON.parse', () => {
  const random = numbers(20_260_519);
  const ways = { escaped: 0, plain: 0, left: 0, sound: 0, spoilt: 0 };
  for (let round = 0; round < 6000; round += 1) {
    // Most bodies are made of parts that do no harm, or else hardly one would be sound.
    const kinds = [5, 6, 7, 9][random(4)];
    const parts = Array.from({ length: 1 + random(12) }, () => PARTS[random(kinds)](random));
    parts.splice(random(parts.length + 1), 0, 'x'.repeat(1000 + random(4000)));
    const [before, after] = random(20) === 0 ? ['', ''] : ['["', '"]'];
    const body = shifted(joined(before, ...parts, after), [0, 0, 0, 1, 2, 3][random(6)]);
    const expected = outcome(plainly, body);
    assert.deepEqual(outcome(parse, body), expected, `round ${round}: ${Buffer.from(body).toString('hex')}`);
    const text = escaped(body);
    ways[text === body ? 'plain' : text ? 'escaped' : 'left'] += 1;
    ways['value' in expected ? 'sound' : 'spoilt'] += 1;
  }
  assert.ok(Object.values(ways).every((times) => times > 100), JSON.stringify(ways));
});

test('a client returns the same value as JSON.parse', async () => {
  const value = { data: { id: 'o', name: `Zoë 東 🎉 ${filler}` } };
  const admin = await AdminClient.create({ apiKey: 'key', fetch: async () => new Response(JSON.stringify(value)) });
  assert.deepEqual(await admin.orgs.get({ orgId: 'o' }), value);
  admin.close();
});
