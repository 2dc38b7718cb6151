// The processor time from the import of a module until it can be used, in milliseconds.
//
//     node start.mjs FILE

import { cpuUsage } from 'node:process';

const before = cpuUsage();
const { AdminClient } = await import(process.argv[2]);
await AdminClient?.create({ apiKey: 'k' });
const { user, system } = cpuUsage(before);
console.log((user + system) / 1e3);
