// What a backend may return, and the errors for other values.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { AdminClient, NotFoundError } from 'atlassian-admin';
import { ORG } from './misbehaving/fetches.mjs';

const bytes = new TextEncoder().encode(ORG);

for (const [what, returned] of Object.entries({
  text: () => ({ status: 200, body: ORG }),
  bytes: () => ({ status: 200, body: bytes }),
  'a buffer': () => ({ status: 200, body: bytes.slice().buffer }),
  "Node's own bytes": () => ({ status: 200, body: Buffer.from(ORG) }),
  'another view': () => ({ status: 200, body: new DataView(bytes.slice().buffer) }),
  'bytes of another realm': () => ({ status: 200, body: runInNewContext('Uint8Array.from(bytes)', { bytes: [...bytes] }) }),
  'a buffer of another realm': () => ({ status: 200, body: runInNewContext('Uint8Array.from(bytes).buffer', { bytes: [...bytes] }) }),
  'a Response': () => new Response(ORG),
  'a promise of a Response': async () => Response.json(JSON.parse(ORG)),
  'headers as the host has them': () => ({ status: 200, headers: new Headers({ 'content-type': 'application/json' }), body: ORG }),
  'headers that are null': () => ({ status: 200, headers: null, body: ORG }),
})) {
  test(`a backend may return ${what}`, async () => {
    const admin = await AdminClient.create({ apiKey: null, backend: { execute: returned } });
    assert.equal((await admin.orgs.get({ orgId: 'o' })).data.attributes.name, 'Ünï');
    admin.close();
  });
}

test('the client reads status and headers of a Response', async () => {
  const responses = [new Response('', { status: 429, headers: { 'Retry-After': '0' } }), new Response('{}', { status: 404 })];
  const admin = await AdminClient.create({ apiKey: null, backend: { execute: () => responses.shift() }, retry: { firstWaitMs: 1, longestWaitMs: 1 } });
  const error = await admin.orgs.get({ orgId: 'o' }).catch((error) => error);
  assert.ok(error instanceof NotFoundError);
  assert.equal(error.attempts, 2);
  admin.close();
});

const BODY = /^backend: body: must be text or bytes/;
for (const [what, returned, message] of [
  ['an object as body', { status: 200, body: { data: [] } }, BODY],
  ['a list as body', { status: 200, body: [1, 2] }, BODY],
  ['a number as body', { status: 200, body: 7 }, BODY],
  ['a stream as body', { status: 200, body: new ReadableStream() }, BODY],
  ['a promise as body', { status: 200, body: Promise.resolve('{}') }, BODY],
  ['a blob as body', { status: 404, body: { size: 1 } }, BODY],
  ['no status', { body: ORG }, /^backend: status: must be/],
  ['a status of text', { status: '200', body: ORG }, /^backend: status: must be/],
  ['a status out of range', { status: 20, body: ORG }, /^backend: status: must be/],
  ['headers of text', { status: 200, headers: 'x: y', body: ORG }, /^backend: headers: must be/],
  ['text alone', ORG, /^backend: execute must return/],
  ['nothing', undefined, /^backend: execute must return/],
  ['null', null, /^backend: execute must return/],
]) {
  test(`a backend that returns ${what} rejects its calls with a TypeError, without a retry`, async () => {
    let count = 0;
    const execute = async () => {
      count += 1;
      return returned;
    };
    // A retry would wait for an hour.
    const admin = await AdminClient.create({ apiKey: null, backend: { execute }, retry: { firstWaitMs: 3_600_000, longestWaitMs: 3_600_000 } });
    const works = [
      () => admin.orgs.get({ orgId: 'o' }),
      async () => await admin.domains.list({ orgId: 'o' }),
      () => admin.domains.list({ orgId: 'o' }).pages().next(),
      () => admin.events.stream({ orgId: 'o' }).next(),
    ];
    for (const work of works) await assert.rejects(work(), { name: 'TypeError', message });
    // The change may have been made.
    const change = admin.groups.create({ orgId: 'o', directoryId: 'd', name: 'g' });
    await assert.rejects(change, (error) => error.name === 'OutcomeUnknownError' && message.test(error.cause.message));
    assert.equal(count, works.length + 1);
    admin.close();
  });
}

test('an exception of a backend is a failed connection, which is retried', async () => {
  const reason = new TypeError('cable');
  let count = 0;
  const execute = () => {
    count += 1;
    if (count === 1) throw reason;
    return { status: 200, body: ORG };
  };
  const admin = await AdminClient.create({ apiKey: null, backend: { execute }, retry: { firstWaitMs: 1 } });
  assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 'o');
  assert.equal(count, 2);
  admin.close();
});
