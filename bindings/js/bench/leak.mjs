// Reads many events. Prints as JSON what is kept in memory after 20 pages and at the end, and
// fails if that grew.
//
//     node bench/leak.mjs [EVENTS [EVENTS ON A PAGE]]

import { held } from './held.mjs';
import { log } from './log.mjs';

const [events, page] = [Number(process.argv[2] ?? 400_000), Number(process.argv[3] ?? 500)];
const warm = 20 * page;

// The client sends at most ten requests a minute. Here each page advances the clock that the
// client reads by a tenth of a minute.
let skipped = 0;
const now = performance.now.bind(performance);
performance.now = () => now() + skipped;
const { execute } = log(events);
const backend = {
  execute(request) {
    skipped += 7_000;
    return execute(request);
  },
};

const { AdminClient } = await import('../dist/index.js');
const admin = await AdminClient.create({ apiKey: 'key', backend });
const controller = new AbortController();
const { signal } = controller;
let listeners = 0;
for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
  const native = signal[name].bind(signal);
  signal[name] = (...args) => {
    listeners += step;
    native(...args);
  };
}

const state = () => ({ ...held(), listeners });

/**
 * Reads all events. Returns what is kept in memory after the first pages, the most after that, and
 * at the end.
 */
async function walk(items) {
  let seen = 0;
  let first;
  let memory = 0;
  for await (const _ of items) {
    seen += 1;
    if (seen === warm) first = state();
    if (first && seen % page === 0) memory = Math.max(memory, held().memory);
  }
  return { seen, first, memory, last: state() };
}

const stream = await walk(admin.events.stream({ orgId: 'o', limit: page }, { signal }));
const listing = await walk(admin.events.query({ orgId: 'o', limit: page }, { signal }));

// Iterators that are abandoned before their end.
const before = state();
for (let index = 0; index < 200; index += 1) {
  for await (const _ of admin.events.stream({ orgId: 'o', limit: page }, { signal })) break;
  for await (const _ of admin.events.query({ orgId: 'o', limit: 5 }, { signal })) break;
  admin.events.query({ orgId: 'o' }, { signal });
  admin.events.stream({ orgId: 'o' }, { signal });
}
await new Promise((resolve) => setImmediate(resolve));
const abandoned = { before, after: state() };
admin.close();
const closed = state();

const grew = [];
const same = (what, one, other, names) => {
  for (const name of names) if (one[name] !== other[name]) grew.push(`${what}: ${name} from ${one[name]} to ${other[name]}`);
};
for (const [what, { seen, first, memory, last }] of Object.entries({ stream, listing })) {
  if (seen !== events) grew.push(`${what}: ${seen} events`);
  if (memory !== first.memory) grew.push(`${what}: memory from ${first.memory} to ${memory}`);
  same(what, { ...first, handles: 1, listeners: 0, timers: 0 }, last, ['memory', 'table', 'values', 'handles', 'listeners', 'timers']);
}
same('abandoned', before, abandoned.after, ['memory', 'table', 'handles', 'listeners', 'timers', 'values']);
same('closed', { handles: 0, listeners: 0, timers: 0 }, closed, ['handles', 'listeners', 'timers']);

console.log(JSON.stringify({ events, stream, listing, abandoned, closed, grew }));
process.exitCode = grew.length === 0 ? 0 : 1;
