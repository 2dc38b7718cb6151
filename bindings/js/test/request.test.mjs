// Requests of any method and path.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { response } from './misbehaving/fetches.mjs';

function recorded(answer = () => response(200, '{"ok":true}'), options = { apiKey: 'key' }) {
  const sent = [];
  const fetch = async (url, { method, headers, body }) => {
    sent.push({ url, method, body, authorization: headers.authorization });
    return answer();
  };
  return { admin: new AdminClient({ ...options, fetch }), sent };
}

test('request() fills the template, encodes the query and sends the body as JSON', async () => {
  const { admin, sent } = recorded();
  const result = await admin.request('POST', '/admin/v2/orgs/{orgId}/new-things', {
    path: { orgId: 'o/1' },
    query: { limit: 5, name: 'a&b', deep: true, id: ['x', 'y'], none: undefined },
    body: { name: 'first' },
  });
  assert.deepEqual(result, { ok: true });
  assert.deepEqual(sent, [
    {
      method: 'POST',
      url: 'https://api.atlassian.com/admin/v2/orgs/o%2F1/new-things?limit=5&name=a%26b&deep=true&id=x&id=y',
      body: '{"name":"first"}',
      authorization: 'Bearer key',
    },
  ]);
  admin.close();
});

test('request() takes a whole path, and an empty response is null', async () => {
  const { admin, sent } = recorded(() => response(200, ''));
  const { value, status, url } = await admin.request('GET', '/admin/v2/new-things').withResponse();
  assert.deepEqual([value, status, url], [null, 200, 'https://api.atlassian.com/admin/v2/new-things']);
  assert.equal(sent.length, 1);
  admin.close();
});

test('request() sends a GET again after a lost response, and a POST only if it is idempotent', async () => {
  for (const [method, options, error, attempts] of [
    ['GET', {}, 'ConnectionError', 3],
    ['POST', {}, 'OutcomeUnknownError', 1],
    ['POST', { idempotent: true }, 'OutcomeUnknownError', 3],
  ]) {
    let sent = 0;
    const fetch = async () => {
      sent += 1;
      throw new Error('lost');
    };
    const admin = new AdminClient({ apiKey: 'key', fetch, retry: { attempts: 3, firstWaitMs: 1 } });
    await assert.rejects(admin.request(method, '/admin/v2/new-things', options), {
      name: error,
      operation: `${method} /admin/v2/new-things`,
    });
    assert.equal(sent, attempts, method);
  }
});

test('request() takes the directory key for the operations of SCIM, and if there is no other', async () => {
  const both = { apiKey: 'org-key', directoryKey: 'dir-key' };
  for (const [options, path, key] of [
    [both, '/scim/directory/{directoryId}/Users/{userId}', 'dir-key'],
    [both, '/admin/v2/new-things', 'org-key'],
    [{ directoryKey: 'dir-key' }, '/scim/new-things', 'dir-key'],
  ]) {
    const { admin, sent } = recorded(undefined, options);
    await admin.request('GET', path, { path: path.includes('{') ? { directoryId: 'd', userId: 'u' } : {} });
    assert.equal(sent[0].authorization, `Bearer ${key}`);
    admin.close();
  }
});

test('request() of a read-only client refuses a write', async () => {
  const { admin, sent } = recorded(undefined, { apiKey: 'key', readOnly: true });
  await assert.rejects(admin.request('DELETE', '/admin/v2/new-things'), { name: 'ReadOnlyError' });
  await admin.request('GET', '/admin/v2/new-things');
  assert.equal(sent.length, 1);
  admin.close();
});

for (const [what, args, message] of [
  ['a method that is none', ['FETCH', '/admin/v2/x'], /^request: method: must be GET, HEAD, POST, PUT, PATCH, DELETE$/],
  ['a path that leaves the API', ['GET', '/admin/../x'], /: path: must not have a segment that is empty, "\." or "\.\."$/],
  ['another host', ['GET', 'https://evil.example/x'], /^request: the path must begin with `\/`/],
  ['a value that the path does not name', ['GET', '/admin/v2/x', { path: { orgId: 'o' } }], /orgId: has no place in the path/],
  ['a missing value', ['GET', '/admin/v2/orgs/{orgId}'], /orgId: must be given/],
  ['a body of a GET', ['GET', '/admin/v2/x', { body: {} }], /GET and HEAD have none/],
  ['an object in the query', ['GET', '/admin/v2/x', { query: { a: {} } }], /query: a: must be string, number or boolean$/],
  ['a map as the query', ['GET', '/admin/v2/x', { query: [['a', 'b']] }], /query: must be an object$/],
  ['an unknown option', ['GET', '/admin/v2/x', { params: {} }], /params: is not known here; known are signal, timeoutMs, retry, headers, validate, path, query, body, idempotent$/],
  ['a text for idempotent', ['GET', '/admin/v2/x', { idempotent: 'yes' }], /idempotent: must be boolean$/],
  ['no path', ['GET'], /^request: the path must begin with `\/`/],
  ['a query in the path', ['GET', '/admin/v2/x?limit=5'], /^request: the path must begin with `\/`, and have no query/],
]) {
  test(`request() refuses ${what} before anything is sent`, async () => {
    const { admin, sent } = recorded();
    await assert.rejects(admin.request(...args), { name: 'TypeError', message });
    assert.deepEqual(sent, []);
    admin.close();
  });
}
