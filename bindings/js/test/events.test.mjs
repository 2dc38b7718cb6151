// The audit log as a feed, and its checkpoints.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { simulate } from './simulator.mjs';
import { settled, watchTimers } from './watch.mjs';

const EVENTS = 1_300;
let place;
let admin;

before(async () => {
  place = await simulate('--accounts', '50', '--events', String(EVENTS), '--no-rate-limits');
  admin = await AdminClient.create({ apiKey: place.apiKey, baseUrl: place.baseUrl });
});

after(() => {
  admin?.close();
  place?.stop();
});

async function collect(events, most = Infinity) {
  const ids = [];
  for await (const event of events) {
    ids.push(event.id);
    if (ids.length >= most) break;
  }
  return ids;
}

test('a stream yields every event once and ends', async () => {
  const ids = await collect(admin.events.stream({ orgId: place.orgId }));
  assert.equal(ids.length, EVENTS);
  assert.equal(new Set(ids).size, EVENTS);
});

test('a stored checkpoint resumes after the last page that was consumed', async () => {
  const { orgId } = place;
  let stored;
  const onCheckpoint = (checkpoint) => {
    stored = checkpoint;
  };
  const before = await collect(admin.events.stream({ orgId, limit: 100, onCheckpoint }), 350);
  // The fourth page was not consumed to its end, so its events are delivered again.
  assert.equal(JSON.parse(stored).orgId, orgId);
  const behind = await collect(admin.events.stream({ orgId, checkpoint: stored }));
  assert.equal(behind.length, EVENTS - 300);
  assert.equal(new Set([...before, ...behind]).size, EVENTS);
});

test('from accepts a Date, milliseconds and text', async () => {
  const { orgId } = place;
  const all = [];
  for await (const event of admin.events.stream({ orgId })) all.push(event);
  const from = new Date(all[1_000].attributes.processedAt);
  for (const form of [from, from.getTime(), from.toISOString()]) {
    const ids = await collect(admin.events.stream({ orgId, from: form }));
    assert.ok(ids.length >= 300 && ids.length < 400, `${ids.length}`);
    assert.equal(ids.at(-1), all.at(-1).id);
  }
});

test('follow waits at the end of the log until its signal aborts', async () => {
  const timers = watchTimers();
  const controller = new AbortController();
  let [requests, answered] = [0, 0];
  const counting = async (...args) => {
    requests += 1;
    const answer = await fetch(...args);
    answered += 1;
    return answer;
  };
  const follower = await AdminClient.create({ apiKey: place.apiKey, baseUrl: place.baseUrl, fetch: counting });
  const ids = [];
  const following = (async () => {
    for await (const { id } of follower.events.follow({ orgId: place.orgId, intervalMs: 3_600_000 }, { signal: controller.signal })) ids.push(id);
  })();
  const failed = assert.rejects(following, { name: 'AbortError', operation: 'events.follow' });
  // Pages of 500: two full ones, the rest, and the request that finds the end of the log. Then
  // there is one timer, that of the interval.
  while (ids.length < EVENTS || answered < requests || timers.live() !== 1) await settled();
  const atEnd = requests;
  for (let turn = 0; turn < 100; turn += 1) await settled();
  assert.deepEqual([requests, ids.length, timers.live()], [atEnd, EVENTS, 1]);
  controller.abort();
  await failed;
  assert.deepEqual([requests, timers.live()], [atEnd, 0]);
  timers.stop();
  follower.close();
});

test('an invalid option of a feed is a TypeError that names it', async () => {
  const { orgId } = place;
  let stored;
  await collect(admin.events.stream({ orgId, onCheckpoint: (checkpoint) => (stored = checkpoint) }));
  for (const [options, message] of [
    [{ orgId, checkpoint: 'scribble' }, /^events\.stream: checkpoint: the checkpoint is malformed/],
    [{ orgId: 'other', checkpoint: stored }, /^events\.stream: checkpoint: the checkpoint belongs to organization/],
    [{ orgId, limit: 501 }, /^events\.stream: limit: must be 1 to 500$/],
    [{}, /^events\.stream: .*orgId/],
    [undefined, /^events\.stream: .*orgId/],
  ]) {
    await assert.rejects(collect(admin.events.stream(options)), { name: 'TypeError', message });
  }
});
