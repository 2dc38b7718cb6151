// The behaviour suite in Node: the same cases as in Rust and in Chromium, over each transport.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { simulate, wordsOf } from './simulator.mjs';
import { cases } from './suite/files.mjs';
import { run } from './suite/runner.mjs';
import { chosen, transports } from './suite/transports.mjs';

for (const [name, transport] of Object.entries(transports)) {
  const host = {
    AdminClient,
    transport,
    simulate: async (setup) => ({ ...(await simulate(...wordsOf(setup))), native: fetch }),
  };
  describe(`in Node, by ${name}`, { concurrency: 4 }, () => {
    for (const { file, ...rest } of cases().filter((test) => chosen(name, test))) {
      test(`${file}/${rest.name}`, async () => assert.equal(await run(rest, host), undefined));
    }
  });
}
