// Settings, and what goes wrong on purpose.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Simulator } from '../index.js';
import { AdminClient } from '../../js/dist/index.js';

test('an invalid setting is a TypeError that names it', async () => {
  for (const [settings, message] of [
    [{ acounts: 1 }, /^acounts: unknown field `acounts`/],
    [{ accounts: -1 }, /^accounts: invalid value: integer `-1`/],
    [{ accounts: 'many' }, /^accounts: invalid type: string "many"/],
    [{ eventsPerMinute: -1 }, /^eventsPerMinute: must be a number from 0 on$/],
    [{ quirks: ['no-such'] }, /^quirks: .*no-such/],
    [{ faults: ['no-such'] }, /^faults: unknown fault "no-such"/],
    [{ now: -1 }, /^now: must be a time of the years 1970 to 9999$/],
  ]) {
    await assert.rejects(Simulator.create(settings), { name: 'TypeError', message });
  }
  const simulator = await Simulator.create();
  assert.throws(() => simulator.setFaults(['no-such']), { name: 'TypeError', message: /^unknown fault "no-such"/ });
  assert.throws(() => simulator.setFaults('503'), { name: 'TypeError', message: 'faults: must be a list of texts' });
  await assert.rejects(simulator.execute({ method: 'GET', url: 'no url' }), { name: 'TypeError', message: /^this is not a request: / });
});

test('time starts at `now`, and new events appear', async () => {
  const now = new Date('2026-05-05T12:00:00Z');
  const simulator = await Simulator.create({ now, events: 10, eventsPerMinute: 60_000 });
  const { apiKey, orgId } = simulator;
  const admin = await AdminClient.create({ apiKey, backend: simulator });
  let count = 0;
  for await (const event of admin.events.follow({ orgId, intervalMs: 1 })) {
    count += 1;
    if (count > 20) {
      assert.equal(event.attributes.processedAt.slice(0, 16), '2026-05-05T12:00');
      break;
    }
  }
  admin.close();
});

test('faults apply: a lost connection, a missing response, a late response', async () => {
  const simulator = await Simulator.create();
  const { apiKey, orgId } = simulator;
  const admin = await AdminClient.create({ apiKey, backend: simulator, retry: false });
  simulator.setFaults(['reset']);
  const lost = await admin.orgs.get({ orgId }).catch((error) => error);
  assert.equal(lost.name, 'ConnectionError');
  assert.equal(lost.thrown.message, 'the connection was reset');
  simulator.setFaults(['hang']);
  await assert.rejects(admin.orgs.get({ orgId }, { timeoutMs: 5 }), { name: 'TimeoutError' });
  const controller = new AbortController();
  const headers = { authorization: `Bearer ${apiKey}` };
  const call = simulator.execute({ method: 'GET', url: 'http://here/admin/v1/orgs', headers, signal: controller.signal });
  controller.abort(new Error('enough'));
  await assert.rejects(call, { message: 'enough' });
  simulator.setFaults(['delay:ms=3']);
  assert.equal((await admin.orgs.get({ orgId })).data.id, orgId);
  admin.close();
});
