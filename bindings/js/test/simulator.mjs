// Starts a simulator for each file of tests.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The command line program, which has the simulator. */
export const program = process.env.ATLASSIAN_ADMIN_CLI ?? fileURLToPath(new URL('../../../target/debug/atlassian-admin', import.meta.url));

/** Starts a simulator. Returns its address and keys, and `stop()`. */
export async function simulate(...args) {
  const child = spawn(program, ['simulate', '--listen', '127.0.0.1:0', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise((resolve, reject) => {
    lines.once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the simulator ended with ${code}`)));
  });
  return { ...JSON.parse(line), stop: () => child.kill() };
}

/** Returns the arguments that start a simulator as a case of the suite describes it. */
export function wordsOf({ seed, accounts, events, eventsPerMinute, quirks = [], faults = [], rateLimits = false }, ...more) {
  const numbers = Object.entries({ seed, accounts, events, 'events-per-minute': eventsPerMinute });
  return [
    ...numbers.flatMap(([name, number]) => (number === undefined ? [] : [`--${name}`, String(number)])),
    ...quirks.flatMap((name) => ['--quirk', name]),
    ...faults.flatMap((fault) => ['--fault', fault]),
    ...(rateLimits ? [] : ['--no-rate-limits']),
    ...more,
  ];
}
