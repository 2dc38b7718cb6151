// When the core fails, its calls are rejected, and the next call gets a new core.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AdminClient, InternalError, OutcomeUnknownError } from 'atlassian-admin';
import { settled, watchTimers } from './watch.mjs';

const uncaught = [];
process.on('uncaughtException', (error) => uncaught.push(error));
process.on('unhandledRejection', (error) => uncaught.push(error));

const answer = { status: 200, headers: { get: () => null }, text: async () => '{"data":{"id":"o"}}' };

test('a failed core rejects its calls and is replaced', async () => {
  const timers = watchTimers();
  const arrive = [];
  let fetch = () => new Promise((resolve) => arrive.push(resolve));
  const admin = await AdminClient.create({ apiKey: 'key', fetch: (...args) => fetch(...args) });
  const other = await AdminClient.create({ apiKey: 'key', fetch: (...args) => fetch(...args) });
  const waiting = [admin.orgs.get({ orgId: 'o' }), other.orgs.get({ orgId: 'o' })];
  while (arrive.length < 2) await settled();
  // The core draws a random number before a retry, and does not expect that to throw.
  const { random } = Math;
  Math.random = () => {
    throw new Error('the host is broken');
  };
  fetch = async () => ({ ...answer, status: 503 });
  const errors = await Promise.all([...waiting, admin.orgs.get({ orgId: 'o' })].map((call) => call.catch((error) => error)));
  Math.random = random;
  for (const error of errors) {
    assert.ok(error instanceof InternalError, `${error}`);
    assert.equal(error.operation, 'orgs.get');
  }
  fetch = async () => answer;
  assert.equal((await admin.orgs.get({ orgId: 'o' })).data.id, 'o');
  assert.equal((await other.orgs.get({ orgId: 'o' })).data.id, 'o');
  // Responses and timers of the failed core arrive late, and have no effect.
  arrive.forEach((resolve) => resolve(answer));
  assert.ok(timers.live() > 0);
  timers.ring();
  await settled();
  assert.equal(timers.live(), 0);
  timers.stop();
  assert.deepEqual(uncaught, []);
  admin.close();
  other.close();
});

test('a pending write rejects with OutcomeUnknownError when the core fails', async () => {
  const timers = watchTimers();
  let sent = 0;
  const hanging = () => {
    sent += 1;
    return new Promise(() => {});
  };
  const admin = await AdminClient.create({ apiKey: 'key', fetch: hanging });
  const calls = [
    admin.groups.create({ orgId: 'o', directoryId: 'd', name: 'g' }),
    admin.users.count({ orgId: 'o', directoryId: 'd' }),
  ].map((call) => call.then(() => assert.fail('it went on'), (error) => error));
  while (sent < 2) await settled();
  const { random } = Math;
  Math.random = () => {
    throw new Error('the host is broken');
  };
  const victim = await AdminClient.create({ apiKey: 'key', fetch: async () => ({ ...answer, status: 503 }) });
  await assert.rejects(victim.orgs.get({ orgId: 'o' }), InternalError);
  Math.random = random;
  const [change, read] = await Promise.all(calls);
  assert.ok(change instanceof OutcomeUnknownError, `${change}`);
  assert.match(change.message, /^groups\.create: the change may or may not have been made: the core failed, .*; look whether the change was made before making it again$/);
  assert.deepEqual([change.operation, change.attempts, change.hint], ['groups.create', undefined, 'look whether the change was made before making it again']);
  assert.ok(read instanceof InternalError, `${read}`);
  timers.stop();
  admin.close();
  victim.close();
});
