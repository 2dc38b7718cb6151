// The error on a page whose policy forbids WebAssembly names the directive that the page needs.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browse, serveFiles } from './chromium.mjs';

const page = (policy) => `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'${policy}"><script type="module" src="/page.js"></script>`;
const SCRIPT = `
  import { AdminClient, UnsupportedError } from '/dist/index.js';
  globalThis.run = () => AdminClient.create({ apiKey: null }).then(() => 'created', (error) => [error instanceof UnsupportedError, error.message]);`;

test('the error names the directive that the policy lacks', async () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = await serveFiles(root, { '/without.html': page(''), '/with.html': page(" 'wasm-unsafe-eval'"), '/page.js': SCRIPT });
  const browser = await browse();
  try {
    const tab = await browser.context.newPage();
    const run = async (name) => {
      await tab.goto(`${files.url}/${name}`);
      await tab.waitForFunction(() => globalThis.run);
      return tab.evaluate(() => globalThis.run());
    };
    const [isOurs, message] = await run('without.html');
    assert.ok(isOurs, message);
    assert.match(message, /`script-src 'wasm-unsafe-eval'`/);
    assert.equal(await run('with.html'), 'created');
  } finally {
    await browser.close();
    files.stop();
  }
});
