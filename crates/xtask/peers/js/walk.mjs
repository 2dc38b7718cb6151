// Walks over the audit log in Node as one of `walkers` does, and prints one line about it.
//
//     node walk.mjs WALKER url=URL org=CONFIGURATION times=COUNT [schemas=FILE]

import { resourceUsage } from 'node:process';
import { pathToFileURL } from 'node:url';
import { Tally } from './tally.mjs';

const [name, ...words] = process.argv.slice(2);
const { url, org, times, schemas } = Object.fromEntries(words.map((word) => word.split(/=(.*)/s)));
const { open } = await import(`./walkers/${name}.mjs`);
const walk = await open({
  url,
  key: 'k',
  package: new URL('../../../../bindings/js/dist/index.js', import.meta.url),
  schemas: schemas && pathToFileURL(schemas),
});

const tally = new Tally();
const started = performance.now();
for (let time = 0; time < Number(times); time += 1) {
  await walk(another(org, time), tally);
}
const micros = Math.round((performance.now() - started) * 1e3);
const { userCPUTime, systemCPUTime, maxRSS } = resourceUsage();
console.log(`items=${tally.items} checksum=${tally.checksum} micros=${micros} peak_kib=${maxRSS} cpu_micros=${userCPUTime + systemCPUTime}`);

/** An organization of the same configuration by another name: the client asks for so many pages of one in a minute, and then waits. */
function another(org, time) {
  return org.replace(/^p/, `p${'0'.repeat(time)}`);
}
