// The walkers in Chromium, and how soon the package can be used there, in milliseconds.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browse, serveFiles } from '../../../bindings/js/test/chromium.mjs';

/** Evaluation is forbidden and wasm is not, as in extensions and on careful web pages. */
export const CAREFUL = { 'content-security-policy': "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" };

/** Runs `act` on an empty web page of a browser of its own, with a fresh profile. */
async function inPage(schemas, headers, act, argument) {
  const files = await serveFiles(fileURLToPath(new URL('.', import.meta.url)), {
    '/': '<!doctype html><title>bench</title>',
    '/package.js': readFileSync(new URL('../../../bindings/js/dist/index.js', import.meta.url)),
    '/schemas.js': readFileSync(schemas),
  }, headers);
  const { context, close } = await browse();
  try {
    const page = await context.newPage();
    await page.goto(files.url);
    return await page.evaluate(act, argument);
  } finally {
    await close();
    files.stop();
  }
}

/**
 * The least time that each walker takes for a page. They take turns, so that other work on the machine meets
 * all. With `isKept`, each page is fetched once and then comes from memory: fetching takes several times as
 * long as what the walkers do.
 */
export async function times(schemas, headers, options) {
  const { least, sums } = await inPage(schemas, headers, async ({ names, url, isKept, pages, rounds }) => {
    if (isKept) {
      const { fetch } = globalThis;
      const bodies = new Map();
      globalThis.fetch = async (url, options) => {
        const { search } = new URL(url);
        if (!bodies.has(search)) bodies.set(search, await (await fetch(url, options)).arrayBuffer());
        return new Response(bodies.get(search), { headers: { 'content-type': 'application/json' } });
      };
    }
    const { Tally, walkers } = await import('/walkers.mjs');
    const opened = {};
    for (const name of names) opened[name] = await walkers[name]({ url, package: '/package.js', schemas: '/schemas.js' });
    const [least, sums] = [{}, new Set()];
    for (let round = 0; round < rounds; round += 1) {
      for (const name of names) {
        const [tally, started] = [new Tally(), performance.now()];
        await opened[name](`p${'0'.repeat(round)}${pages}`, tally);
        least[name] = Math.min(least[name] ?? Infinity, (performance.now() - started) / pages);
        sums.add(`${tally.items} ${tally.checksum}`);
      }
    }
    return { least, sums: [...sums] };
  }, options);
  if (sums.length !== 1 || !sums[0].startsWith(`${options.pages * 500} `)) {
    throw new Error(`the walkers in Chromium did not read the same: ${sums.join(', ')}`);
  }
  return least;
}

/** The time from the import of `/package.js` or `/schemas.js` until it can be used, after the start of the browser. */
export const start = (schemas, file) => inPage(schemas, {}, async (file) => {
  await new Promise((done) => setTimeout(done, 1_500));
  const started = performance.now();
  const { AdminClient } = await import(file);
  await AdminClient?.create({ apiKey: 'k' });
  return performance.now() - started;
}, file);
