// Two tabs that follow the same log: the second one is refused, and takes over once the first has
// ended.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browse, serveFiles } from './chromium.mjs';

const PAGE = `<!doctype html><title>lock</title><script type="module">
  import { AdminClient } from '/dist/index.js';
  const data = [{ id: 'e', attributes: { processedAt: '2026-01-02T03:04:05Z' } }];
  const fetch = async () => Response.json({ data, links: {} });
  const admin = await AdminClient.create({ apiKey: 'key', fetch });
  const feeds = [];
  globalThis.begin = async (lock) => {
    const feed = admin.events.follow({ orgId: 'o', lock });
    feeds.push(feed);
    return feed.next().then(({ value }) => value.id, (error) => error.name + ' ' + error.message);
  };
  globalThis.end = () => Promise.all(feeds.splice(0).map((feed) => feed.return()));
</script>`;

let browser;
let files;
const open = async () => {
  const page = await browser.context.newPage();
  await page.goto(`${files.url}/lock.html`);
  await page.waitForFunction(() => globalThis.begin);
  const begin = (lock) => page.evaluate((lock) => globalThis.begin(lock), lock);
  return { begin, end: () => page.evaluate(() => globalThis.end()), close: () => page.close() };
};

before(async () => {
  files = await serveFiles(fileURLToPath(new URL('..', import.meta.url)), { '/lock.html': PAGE });
  browser = await browse();
});

after(async () => {
  await browser?.close();
  files?.stop();
});

test('a second tab gets InUseError until the first one ends', async () => {
  const [first, second, third] = [await open(), await open(), await open()];
  const taken =
    'InUseError events.follow: lock: another tab, worker or loop has the lock "audit"; end that one first';
  assert.equal(await first.begin('audit'), 'e');
  assert.equal(await second.begin('audit'), taken);
  assert.equal(await first.begin('audit'), taken, 'a second loop in the same tab');
  assert.equal(await second.begin('another'), 'e');
  await first.end();
  assert.equal(await second.begin('audit'), 'e');
  await second.close();
  // A closed tab loses its lock as soon as the browser notices.
  let got;
  do {
    got = await third.begin('audit');
  } while (got === taken);
  assert.equal(got, 'e');
});
