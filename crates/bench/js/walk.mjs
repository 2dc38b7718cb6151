// Reads the audit log as one of the walkers, and prints the processor time per page in milliseconds.
//
//     node walk.mjs WALKER URL SCHEMAS [a]
//
// The walker is warmed up first, since the engine compiles the code again and again for a while. The package
// reads at most fifty pages of an organization in a minute, so each walk reads ten of another organization;
// zeros make its ID another one.

import { cpuUsage } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Tally, walkers } from './walkers.mjs';

const [WARM, WALKS, PAGES] = [30, 6, 10];
const [name, url, schemas, ascii = ''] = process.argv.slice(2);
const place = new URL('../../../bindings/js/dist/index.js', import.meta.url);
const walk = await walkers[name]({ url, key: 'k', package: place, schemas: pathToFileURL(schemas) });

const tally = new Tally();
let before;
for (let number = 1; number <= WARM + WALKS; number += 1) {
  if (number === WARM + 1) {
    // The compiler's own threads come to their end.
    await setTimeout(500);
    before = cpuUsage();
  }
  await walk(`p${'0'.repeat(number)}${PAGES}${ascii}`, tally);
}
const { user, system } = cpuUsage(before);
console.log(`${tally.items} ${tally.checksum} ${(user + system) / 1e3 / (WALKS * PAGES)}`);
