// Runs the example `page` in Node: the Rust client with the host's own `fetch`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { simulate } from '../../../bindings/js/test/simulator.mjs';

const { Admin, initSync } = await import(pathToFileURL(`${process.env.PAGE}/core.js`));
initSync({ module: readFileSync(`${process.env.PAGE}/core_bg.wasm`) });

let place;
before(async () => (place = await simulate('--accounts', '120')));
after(() => place?.stop());

const admin = (timeout = 60_000) => new Admin(place.apiKey, place.baseUrl, place.orgId, place.directoryId, timeout);

/** Replaces the host's `fetch`, as other scripts may do, and records its arguments. */
function fetched(t, answer) {
  const requests = [];
  t.mock.method(globalThis, 'fetch', function (...words) {
    requests.push({ owner: this, request: words[0], words: words.length });
    return answer(words[0]);
  });
  return requests;
}

test('pages returns all items of a listing', async () => {
  assert.equal(await admin().count_users(), 115, 'those of the 120 accounts that are users, on three pages');
});

test('a write is made once, and its refusal is reported', async () => {
  await admin().create_group('readers');
  await assert.rejects(admin().create_group('readers'), /^Error: Conflict: /);
});

test('a request is a Request of the host with the key, and follows no redirect', async (t) => {
  const requests = fetched(t, () => Promise.resolve(new Response('{"data":[],"links":{}}')));
  assert.equal(await admin().count_users(), 0);
  const [{ owner, request, words }] = requests;
  assert.equal(requests.length, 1);
  assert.equal(words, 1);
  assert.equal(owner, globalThis, 'a fetch without its owner is an illegal invocation in browsers');
  assert.ok(request instanceof Request);
  assert.equal(request.method, 'POST');
  assert.equal(request.url, `${place.baseUrl}/admin/v2/orgs/${place.orgId}/directories/${place.directoryId}/users/search`);
  assert.deepEqual(await request.json(), { limit: 50 });
  assert.equal(request.headers.get('authorization'), `Bearer ${place.apiKey}`);
  assert.equal(request.redirect, 'manual');
});

test('a body is sent as JSON', async (t) => {
  const requests = fetched(t, () => Promise.resolve(new Response(null, { status: 201 })));
  await admin().create_group('writers');
  const [{ request }] = requests;
  assert.equal(request.method, 'POST');
  assert.equal(request.headers.get('content-type'), 'application/json');
  assert.deepEqual(await request.json(), { name: 'writers' });
});

test('dropping a call aborts its request', async (t) => {
  const requests = fetched(t, (request) => new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason))));
  await assert.rejects(admin(1).count_users(), /^Error: Timeout: /);
  assert.equal(requests[0].request.signal.aborted, true);
});

test('a fetch that throws, returns no response or is missing is an error', async (t) => {
  fetched(t, () => { throw 'no'; });
  await assert.rejects(admin().count_users(), /^Error: Connection: .*: no$/);
  fetched(t, () => undefined);
  await assert.rejects(admin().count_users(), /^Error: Connection: .*no response/);
  t.mock.restoreAll();
  const { fetch } = globalThis;
  t.after(() => (globalThis.fetch = fetch));
  delete globalThis.fetch;
  await assert.rejects(admin().count_users(), /^Error: Connection: .*no fetch/);
});
