// Walks over the audit log in Node as one of `walkers` does, and prints one line about it.
//
//     node walk.mjs WALKER url=URL org=CONFIGURATION warm=COUNT times=COUNT [schemas=FILE] [counter=callgrind_control]
//
// It walks `warm` times before anything is counted: the engine compiles what it walks with again and again, each time better, and who
// exports a log waits for that once.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Tally } from './tally.mjs';

const [name, ...words] = process.argv.slice(2);
const { url, org, warm, times, schemas, counter } = Object.fromEntries(words.map((word) => word.split(/=(.*)/s)));
const { open } = await import(`./walkers/${name}.mjs`);
const walk = await open({
  url,
  key: 'k',
  package: new URL('../../../../bindings/js/dist/index.js', import.meta.url),
  schemas: schemas && pathToFileURL(schemas),
});

let organizations = 0;
await walks(Number(warm), new Tally());
// What compiles beside the walk has come to its end then.
await setTimeout(500);
const tally = new Tally();
const before = process.cpuUsage();
await count('on');
const started = performance.now();
await walks(Number(times), tally);
const micros = Math.round((performance.now() - started) * 1e3);
await count('off');
const { user, system } = process.cpuUsage(before);
const { maxRSS } = process.resourceUsage();
console.log(`items=${tally.items} checksum=${tally.checksum} micros=${micros} peak_kib=${maxRSS} cpu_micros=${user + system}`);

async function walks(times, tally) {
  for (let time = 0; time < times; time += 1) {
    await walk(another(org, (organizations += 1)), tally);
  }
}

/** Tells the simulated processor to count, or to stop. It looks for such words now and then while it is at work. */
async function count(word) {
  if (counter !== undefined) {
    const telling = spawn(counter, ['--instr=' + word, String(process.pid)], { stdio: 'ignore' });
    const told = once(telling, 'exit');
    while (telling.exitCode === null && telling.signalCode === null) {
      await new Promise(setImmediate);
    }
    const [code] = await told;
    if (code !== 0) {
      throw new Error(`${counter} ended with ${code}`);
    }
  }
}

/** An organization of the same configuration by another name: the client asks for so many pages of one in a minute, and then waits. */
function another(org, time) {
  return org.replace(/^p/, `p${'0'.repeat(time)}`);
}
