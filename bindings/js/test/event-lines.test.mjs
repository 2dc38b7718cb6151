// Events as the server wrote them: lines of NDJSON.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { response } from './misbehaving/fetches.mjs';
import { simulate } from './simulator.mjs';

const event = (id, more = '') => `{"id":"${id}","type":"events","attributes":{"processedAt":"2026-05-19T00:00:0${id}Z"}${more}}`;

async function linesOf(body, options = {}) {
  const admin = new AdminClient({ apiKey: 'key', retry: false, fetch: async () => response(200, body), ...options });
  const lines = [];
  for await (const line of admin.events.streamLines({ orgId: 'o' })) lines.push(line);
  return lines;
}

test('streamLines() delivers each event byte for byte', async () => {
  const events = [
    event(1, ',"big":12345678901234567890,"float":1.0,"exp":1E+2'),
    event(2, ',"text":"a\\u0041 } ] , \\" \\\\","nested":{"data":[1,[2,{"data":[]}]]}'),
    event(3, ',"emoji":"😀","__proto__":{"a":null},"":true'),
  ];
  assert.deepEqual(await linesOf(`{"data":[${events.join(',')}],"links":{},"meta":{"page_size":3}}`), events);
  assert.deepEqual(await linesOf(`{"meta":{"data":[1,2]},"links":{},"d\\u0061ta":[${events.join(' ,\t')}]}`), events);
});

test('streamLines() removes line breaks, which JSON has only between its parts', async () => {
  const pretty = JSON.stringify({ data: [JSON.parse(event(1)), JSON.parse(event(2))] }, undefined, 2).replaceAll('\n', '\r\n');
  const lines = await linesOf(pretty);
  assert.deepEqual(lines.map((line) => JSON.parse(line)), [JSON.parse(event(1)), JSON.parse(event(2))]);
  assert.ok(lines.every((line) => !/[\r\n]/.test(line)), `${lines}`);
});

test('streamLines() delivers nothing for an empty page, and refuses one with two lists', async () => {
  assert.deepEqual(await linesOf('{"data":[ ],"links":{}}'), []);
  await assert.rejects(linesOf(`{"data":[${event(1)}],"data":[${event(2)},${event(3)}]}`), { name: 'DecodeError' });
});

let server;
before(async () => (server = await simulate('--events', '300', '--no-rate-limits')));
after(() => server.stop());

test('streamLines() delivers the events of stream(), and its checkpoint resumes', async () => {
  const { apiKey, baseUrl, orgId } = server;
  const admin = new AdminClient({ apiKey, baseUrl });
  const events = [];
  for await (const each of admin.events.stream({ orgId, limit: 100 })) events.push(each);
  const lines = [];
  let checkpoint;
  for await (const line of admin.events.streamLines({ orgId, limit: 100, onCheckpoint: (text) => (checkpoint ??= text) })) lines.push(line);
  assert.equal(events.length, 300);
  assert.deepEqual(lines.map((line) => JSON.parse(line)), events);
  const rest = [];
  for await (const line of admin.events.streamLines({ orgId, limit: 100, checkpoint })) rest.push(line);
  assert.deepEqual(rest, lines.slice(100));
  admin.close();
});

test('followLines() continues with new events, and takes an interval', async () => {
  const { apiKey, baseUrl, orgId } = server;
  const admin = new AdminClient({ apiKey, baseUrl });
  const controller = new AbortController();
  const lines = [];
  await assert.rejects(async () => {
    for await (const line of admin.events.followLines({ orgId, intervalMs: 60_000 }, { signal: controller.signal })) {
      if (lines.push(line) === 300) setImmediate(() => controller.abort());
    }
  }, { name: 'AbortError' });
  assert.equal(new Set(lines).size, 300);
  admin.close();
});
