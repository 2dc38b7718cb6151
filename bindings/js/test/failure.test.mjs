// What happens when the core itself fails: its calls are rejected, and the next one gets a new core.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AdminClient, InternalError } from 'atlassian-admin';
import { settled, watchTimers } from './watch.mjs';

const uncaught = [];
process.on('uncaughtException', (error) => uncaught.push(error));
process.on('unhandledRejection', (error) => uncaught.push(error));

const answer = { status: 200, headers: { get: () => null }, text: async () => '{"data":{"id":"o"}}' };

test('a core that fails takes its calls with it, and is made anew', async () => {
  const timers = watchTimers();
  const arrive = [];
  let fetch = () => new Promise((resolve) => arrive.push(resolve));
  const admin = await AdminClient.create({ apiKey: 'key', fetch: (...words) => fetch(...words) });
  const other = await AdminClient.create({ apiKey: 'key', fetch: (...words) => fetch(...words) });
  const options = { timeoutMs: 500 };
  const waiting = [admin.orgs.get({ orgId: 'o' }, options), other.orgs.get({ orgId: 'o' }, options)];
  while (arrive.length < 2) await settled();
  // The core asks for a random number before it tries again, and does not expect that to throw.
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
  // What the dead core waited for comes late, answers and timers, and troubles nobody.
  arrive.forEach((resolve) => resolve(answer));
  while (timers.live() > 0) await settled();
  timers.stop();
  assert.deepEqual(uncaught, []);
  admin.close();
  other.close();
});
