// The classes of errors, and what they do not print.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import * as atlassian from 'atlassian-admin';
import { response } from './misbehaving/fetches.mjs';

const { AdminClient, AdminError, ConnectionError, OutcomeUnknownError, RateLimitError } = atlassian;

const classes = Object.entries(atlassian).filter(([name]) => name.endsWith('Error') && name !== 'AdminError');

test('each class has its own name and kind, whatever its arguments', () => {
  assert.equal(classes.length, 25);
  for (const [name, Class] of classes) {
    for (const kind of [name.replace('Error', ''), 'Other']) {
      const error = new Class({ kind, message: 'x' });
      assert.equal(error.kind, name.replace('Error', ''));
      assert.deepEqual([Class.name, error.name, error.constructor], [name, name, Class]);
      assert.ok(error.stack.startsWith(`${name}: x\n`), error.stack);
      assert.deepEqual(classes.filter(([, Other]) => error instanceof Other), [[name, Class]]);
      assert.ok(error instanceof AdminError && error instanceof Error);
    }
  }
});

test('an unknown kind is an AdminError', () => {
  const error = new AdminError({ kind: 'Novel', message: 'x' });
  assert.deepEqual([error.name, error.kind, error instanceof AdminError, error instanceof RateLimitError], ['AdminError', 'Novel', true, false]);
});

test("a subclass keeps the kind of its base class", () => {
  class Slow extends RateLimitError {}
  const error = new Slow({ kind: 'Other', message: 'x' });
  assert.ok(error instanceof Slow && error instanceof RateLimitError && error instanceof AdminError);
  assert.deepEqual([error.kind, new RateLimitError({ kind: 'RateLimit', message: 'x' }) instanceof Slow], ['RateLimit', false]);
});

test('instanceof recognizes an error of another realm', () => {
  const foreign = runInNewContext("Object.defineProperty(new Error('x'), Symbol.for('atlassian-admin.error'), { value: 'RateLimit' })");
  assert.ok(!(foreign instanceof Object) && foreign instanceof AdminError && foreign instanceof RateLimitError);
});

test('a response with status 429 is a RateLimitError of kind RateLimit', async () => {
  const admin = await AdminClient.create({ apiKey: 'key', retry: false, fetch: async () => response(429, '') });
  const error = await admin.orgs.get({ orgId: 'o' }).catch((error) => error);
  assert.deepEqual([error.name, error.kind, error.constructor], ['RateLimitError', 'RateLimit', RateLimitError]);
  admin.close();
});

test('the exception of fetch is in `thrown` and is never printed', async () => {
  const thrown = [];
  const fetch = (url, init) => {
    const reason = Object.assign(new Error(`could not reach ${url}`), { config: { url, ...init } });
    thrown.push(reason);
    throw reason;
  };
  const admin = await AdminClient.create({ apiKey: 'the-key', retry: false, fetch });
  const search = async () => await admin.accounts.list({ orgId: 'somebody@example.com' });
  const change = () => admin.groups.create({ orgId: 'somebody@example.com', directoryId: 'd', name: 'g' });
  for (const [call, Class] of [[search, ConnectionError], [change, OutcomeUnknownError]]) {
    const error = await call().catch((error) => error);
    assert.ok(error instanceof Class, `${error}`);
    assert.equal(error.thrown, thrown.at(-1));
    assert.equal(error.cause, undefined);
    for (const text of [inspect(error, { depth: 9 }), String(error), error.stack, JSON.stringify(error), inspect({ ...error }, { depth: 9 })]) {
      assert.doesNotMatch(text, /somebody|the-key|could not reach|\/admin\//);
    }
  }
  // The reason of an abort contains them.
  assert.match(inspect(thrown[0], { depth: 9 }), /somebody[^]*the-key/);
  admin.close();
});
