// The misbehaving fetches in Chromium: each call settles there too, and no error is uncaught.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browse, serveFiles } from './chromium.mjs';
import { fetches } from './misbehaving/fetches.mjs';
import { expected } from './misbehaving/settle.mjs';

const PAGE = `<!doctype html><title>fetches</title><script type="module">
  import { AdminClient, AdminError } from '/dist/index.js';
  import { fetches } from '/test/misbehaving/fetches.mjs';
  import { patience, settle } from '/test/misbehaving/settle.mjs';
  globalThis.uncaught = [];
  addEventListener('error', (event) => uncaught.push(event.message));
  addEventListener('unhandledrejection', (event) => uncaught.push(String(event.reason)));
  globalThis.settles = (name, source) => settle({ AdminClient, AdminError }, fetches[name], source, patience(name));
</script>`;

let browser;
let files;
let page;

before(async () => {
  files = await serveFiles(fileURLToPath(new URL('..', import.meta.url)), { '/fetches.html': PAGE });
  browser = await browse();
  page = await browser.context.newPage();
  await page.goto(`${files.url}/fetches.html`);
  await page.waitForFunction(() => globalThis.settles);
});

after(async () => {
  await browser?.close();
  files?.stop();
});

for (const source of ['an injected', "the host's own"]) {
  for (const name of Object.keys(fetches)) {
    test(`${source} fetch that ${name} rejects all calls with errors of its class`, async () => {
      const ends = await page.evaluate(([name, source]) => globalThis.settles(name, source), [name, source]);
      assert.deepEqual(ends, expected(name));
    });
  }
}

test('no error is uncaught', async () => {
  assert.deepEqual(await page.evaluate(() => globalThis.uncaught), []);
});
