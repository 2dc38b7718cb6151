// The behaviour suite in Chromium: the same cases and the same runner as in Node.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { browse, serveFiles } from './chromium.mjs';
import { simulate, wordsOf } from './simulator.mjs';
import { cases } from './suite/files.mjs';
import { chosen } from './suite/transports.mjs';

const PAGE = `<!doctype html><title>suite</title><script type="module">
  import { AdminClient } from '/dist/index.js';
  import { run } from '/test/suite/runner.mjs';
  import { transports } from '/test/suite/transports.mjs';
  const native = fetch.bind(globalThis);
  globalThis.runCase = (test, transport) => run(test, {
    AdminClient,
    transport: transports[transport],
    simulate: async (setup) => {
      const place = await globalThis.startSimulator(setup);
      return { ...place, native, stop: () => globalThis.stopSimulator(place.baseUrl) };
    },
  });
</script>`;

let browser;
let files;
let page;
const running = new Map();
const problems = [];

before(async () => {
  files = await serveFiles(fileURLToPath(new URL('..', import.meta.url)), { '/suite.html': PAGE });
  browser = await browse();
  page = await browser.context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  await page.exposeFunction('startSimulator', async (setup) => {
    const { stop, ...place } = await simulate(...wordsOf(setup, '--cors'));
    running.set(place.baseUrl, stop);
    return place;
  });
  await page.exposeFunction('stopSimulator', (baseUrl) => running.get(baseUrl)());
  await page.goto(`${files.url}/suite.html`);
  await page.waitForFunction(() => globalThis.runCase);
});

after(async () => {
  await browser?.close();
  files?.stop();
  assert.deepEqual(problems, []);
});

for (const transport of ["the host's own fetch", 'an injected fetch']) {
  describe(`in a browser, by ${transport}`, { concurrency: 4 }, () => {
    for (const { file, ...rest } of cases().filter((test) => chosen(transport, test))) {
      test(`${file}/${rest.name}`, async () => {
        const problem = await page.evaluate(([test, transport]) => globalThis.runCase(test, transport), [rest, transport]);
        assert.equal(problem ?? undefined, undefined);
      });
    }
  });
}
