// The behaviour suite in Node: the same cases as in Rust and in pages, by each way to send a request.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { simulate, wordsOf } from './simulator.mjs';
import { cases } from './suite/files.mjs';
import { run } from './suite/runner.mjs';
import { transports } from './suite/transports.mjs';

const only = process.env.SUITE_ONLY;

for (const [way, transport] of Object.entries(transports)) {
  const host = {
    AdminClient,
    transport,
    simulate: async (setup) => ({ ...(await simulate(...wordsOf(setup))), native: fetch }),
  };
  test(`by ${way}`, { concurrency: 4 }, async (context) => {
    const chosen = cases().filter(({ name }) => !only || name.includes(only));
    await Promise.all(chosen.map((each) => context.test(`${each.file}: ${each.name}`, async () => assert.equal(await run(each, host), undefined))));
  });
}
