// Response bodies as values: bytes in chunks of any size, text, byte order marks and malformed
// UTF-8.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AdminClient } from 'atlassian-admin';

const utf8 = (text) => new TextEncoder().encode(text);
const joined = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));

/** A response whose body arrives in chunks of this many bytes. */
function streamed(bytes, size) {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
  return new Response(new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(chunk));
      controller.close();
    },
  }));
}

/** A response that has its body as text only, such as that of a polyfill. */
const textual = (text) => ({ status: 200, headers: new Headers(), text: async () => text });

/** What `orgs.get` returns for a response. */
async function read(response, options) {
  const admin = await AdminClient.create({ apiKey: 'key', retry: false, fetch: async () => response, ...options });
  return admin.orgs.get({ orgId: 'o' }).finally(() => admin.close());
}

const MIXED = { data: { id: 'o', name: 'Zoë \u07ff\u0800東\uffff🎉\u{10ffff}', 'ключ': ['\u0000', 'é\\"'] } };

for (const size of [1, 2, 3, 5, 1021, 65536]) {
  test(`a body in chunks of ${size} bytes is the value that was written`, async () => {
    assert.deepEqual(await read(streamed(utf8(JSON.stringify(MIXED)), size)), MIXED);
  });
}

test('a body of 210 kB beyond ASCII is the value that was written', async () => {
  const value = { data: Array.from({ length: 3_000 }, (_, index) => ({ id: `${index}`, name: `山田 Zoë 🎉 ${'x'.repeat(30)}` })) };
  const bytes = utf8(JSON.stringify(value));
  assert.ok(bytes.length > 210_000);
  assert.deepEqual(await read(streamed(bytes, 16_384)), value);
});

test('a body as text is the value that was written', async () => {
  assert.deepEqual(await read(textual(JSON.stringify(MIXED))), MIXED);
});

test('one byte order mark is skipped at the start of a body', async () => {
  const value = { data: { id: 'o', name: '\ufeffé' } };
  const text = `\ufeff${JSON.stringify(value)}`;
  assert.deepEqual(await read(streamed(utf8(text), 2)), value);
  assert.deepEqual(await read(textual(text)), value);
  // Validation reads the bytes of the body.
  assert.deepEqual(await read(streamed(utf8(text), 2), { validate: 'warn', onFinding: () => {} }), value);
  assert.deepEqual(await read(textual(text), { validate: 'warn', onFinding: () => {} }), value);
  for (const response of [streamed(utf8(`\ufeff${text}`), 2), textual(`\ufeff${text}`)]) {
    await assert.rejects(read(response), { name: 'DecodeError' });
  }
});

test('malformed UTF-8 in a string becomes replacement characters', async () => {
  const malformed = {
    'a continuation byte without a start': [[0x80], '\ufffd'],
    'an overlong form of two bytes': [[0xc1, 0xbf], '\ufffd\ufffd'],
    'an overlong form of three bytes': [[0xe0, 0x9f, 0xbf], '\ufffd\ufffd\ufffd'],
    'an overlong form of four bytes': [[0xf0, 0x8f, 0xbf, 0xbf], '\ufffd\ufffd\ufffd\ufffd'],
    'a surrogate': [[0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd'],
    'a code point beyond U+10FFFF': [[0xf4, 0x90, 0x80, 0x80], '\ufffd\ufffd\ufffd\ufffd'],
    'a byte that starts nothing': [[0xff], '\ufffd'],
    'a character that is cut short': [[0xe6, 0x9d, ...utf8('é')], '\ufffdé'],
  };
  for (const [what, [bytes, name]] of Object.entries(malformed)) {
    const body = joined('{"data":{"name":"', bytes, '"}}');
    assert.deepEqual(await read(streamed(body, 3)), { data: { name } }, what);
  }
});

test('a body that ends within a character is a DecodeError', async () => {
  const bytes = utf8('{"data":{"name":"🎉');
  await assert.rejects(read(streamed(bytes.subarray(0, -2), 4)), { name: 'DecodeError' });
});

test('decoding leaves the bytes of the caller unchanged', async () => {
  const bytes = utf8(JSON.stringify(MIXED));
  const before = bytes.slice();
  assert.deepEqual(await read({ status: 200, headers: new Headers(), arrayBuffer: async () => bytes.buffer }), MIXED);
  assert.deepEqual(bytes, before);
});
