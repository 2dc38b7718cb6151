// How long something takes until it can be used, from its import on. Run in a fresh process for each measurement; prints microseconds
// of the processor's time, in all threads.
//
//     node start.mjs FILE

import { cpuUsage } from 'node:process';

const [file] = process.argv.slice(2);
const before = cpuUsage();
const { AdminClient } = await import(file);
await AdminClient?.create({ apiKey: 'k' });
const { user, system } = cpuUsage(before);
console.log(user + system);
