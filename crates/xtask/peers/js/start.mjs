// How long something takes until it can be used, from its import on. Run in a fresh process for each measurement; prints microseconds
// of the processor's time, in all threads.
//
//     node start.mjs package | FILE

import { cpuUsage } from 'node:process';

const [what] = process.argv.slice(2);
const place = what === 'package' ? '../../../../bindings/js/dist/index.js' : what;
const before = cpuUsage();
const { AdminClient } = await import(place);
await AdminClient?.create({ apiKey: 'k' });
const { user, system } = cpuUsage(before);
console.log(user + system);
