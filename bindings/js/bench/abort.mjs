// Measures how soon an abort ends a call: during a request, and during a wait of 30 s before a
// retry. Prints the milliseconds as JSON.
//
//     node bench/abort.mjs [COUNT]

import { AdminClient } from '../dist/index.js';

const count = Number(process.argv[2] ?? 1_000);

const limited = { status: 429, headers: { get: (name) => (name === 'retry-after' ? '30' : null) }, text: async () => '' };
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Returns the milliseconds from an abort to the end of its call. */
async function late(answer) {
  let asked = 0;
  const fetch = () => {
    asked += 1;
    return answer();
  };
  const admin = await AdminClient.create({ apiKey: 'key', fetch });
  const controller = new AbortController();
  const call = admin.orgs.get({ orgId: 'o' }, { signal: controller.signal }).then(
    () => { throw new Error('it went on'); },
    (error) => ({ error, end: performance.now() }),
  );
  while (asked === 0) await nextTurn();
  await nextTurn();
  const start = performance.now();
  controller.abort();
  const { error, end } = await call;
  if (error.name !== 'AbortError') throw error;
  admin.close();
  return end - start;
}

async function measure(answer) {
  const times = [];
  for (let index = 0; index < count; index += 1) times.push(await late(answer));
  times.sort((a, b) => a - b);
  const at = (share) => Number(times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(3));
  return { p50: at(0.5), p99: at(0.99), worst: at(1), count: times.length };
}

const request = await measure(() => new Promise(() => {}));
const backoff = await measure(async () => limited);
const p99 = Math.max(request.p99, backoff.p99);
console.log(JSON.stringify({ p50: Math.max(request.p50, backoff.p50), p99, count: request.count + backoff.count, request, backoff }));
