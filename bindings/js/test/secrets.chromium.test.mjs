// Chromium prints no key and no address of a client, its errors and its findings.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as atlassian from 'atlassian-admin';
import { browse, serveFiles } from './chromium.mjs';
import { found } from './secrets/canary.mjs';
import { callsOf, NAMES, operationsOf } from './secrets/tour.mjs';
import { examples } from './suite/files.mjs';

const PAGE = `<!doctype html><title>secrets</title><script type="module">
  import * as atlassian from '/dist/index.js';
  import { neglect, tour } from '/test/secrets/tour.mjs';
  const texts = [];
  const show = (thing) => {
    console.error(thing);
    const copies = thing instanceof Error ? [thing, structuredClone(thing)] : [thing];
    for (const copy of copies) texts.push(String(copy), copy.stack, JSON.stringify(copy), JSON.stringify({ ...copy }));
  };
  globalThis.travel = async (calls) => ({ ...(await tour(atlassian, calls, show)), texts });
  globalThis.neglect = () => neglect(atlassian);
</script>`;

/** All that the developer tools receive: the console, with its previews, and uncaught errors. */
const printed = [];
let browser;
let files;
let page;
let tools;

before(async () => {
  files = await serveFiles(fileURLToPath(new URL('..', import.meta.url)), { '/secrets.html': PAGE });
  browser = await browse();
  page = await browser.context.newPage();
  tools = await browser.context.newCDPSession(page);
  for (const event of ['Runtime.consoleAPICalled', 'Runtime.exceptionThrown', 'Log.entryAdded']) {
    tools.on(event, (data) => printed.push(`${event} ${JSON.stringify(data)}`));
  }
  await tools.send('Runtime.enable');
  await tools.send('Log.enable');
  await page.goto(`${files.url}/secrets.html`);
  await page.waitForFunction(() => globalThis.travel);
});

after(async () => {
  await browser?.close();
  files?.stop();
});

test('no operation prints the key or the address, whatever its outcome', async () => {
  const result = await page.evaluate((calls) => globalThis.travel(calls), callsOf(examples()));
  assert.deepEqual(result.sent, await operationsOf(atlassian));
  assert.deepEqual(result.names, NAMES);
  assert.ok(printed.some((text) => text.includes('OutcomeUnknownError')), 'the console printed errors');
  for (const text of [...result.texts.filter(Boolean), ...printed]) assert.equal(found(text), undefined);
});

test('an unhandled rejection prints neither key nor address', async () => {
  const thrown = new Promise((resolve) => page.once('pageerror', resolve));
  const reported = new Promise((resolve) => tools.once('Runtime.exceptionThrown', resolve));
  await page.evaluate(() => globalThis.neglect());
  const { name, message, stack } = await thrown;
  assert.equal(found(`${name} ${message} ${stack}`), undefined);
  assert.ok(JSON.stringify(await reported).includes('OutcomeUnknownError'));
  assert.equal(found(printed.join('\n')), undefined);
});
