// The same walks in Chromium, and how soon it starts. Prints a line for each measurement: `NAME MICROSECONDS`, the least of its rounds.
//
//     node browser.mjs chromium=PROGRAM url=URL schemas=FILE pages=COUNT rounds=COUNT starts=COUNT

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browse, serveFiles } from '../../../../bindings/js/test/chromium.mjs';

const { chromium, url, schemas, pages, rounds, starts } = Object.fromEntries(process.argv.slice(2).map((word) => word.split(/=(.*)/s)));
process.env.CHROMIUM = chromium;

/** Evaluation is forbidden, as in extensions and in pages that are careful; wasm is not. */
const CAREFUL = { 'content-security-policy': "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" };
const FILES = {
  '/': '<!doctype html><title>bench</title>',
  '/package.js': readFileSync(new URL('../../../../bindings/js/dist/index.js', import.meta.url)),
  '/schemas.js': readFileSync(schemas),
};
const scripts = fileURLToPath(new URL('.', import.meta.url));

/** Opens a page in a browser of its own, with a fresh profile, and lets it do something. */
async function inPage(headers, act, argument) {
  const files = await serveFiles(scripts, FILES, headers);
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
 * The least time that each walker takes for a page, in microseconds. They take turns, so that whatever the machine does meets all. Where
 * answers are `kept`, each is asked for once and handed out from memory then: what a browser does to get one takes several times as long as
 * what walkers do with it.
 */
async function walks(headers, walkers, { isKept = false } = {}) {
  const told = await inPage(
    headers,
    async ({ walkers, url, isKept, pages, rounds }) => {
      if (isKept) {
        const { fetch } = globalThis;
        const bodies = new Map();
        globalThis.fetch = async (url, options) => {
          const { search } = new URL(url);
          if (!bodies.has(search)) {
            bodies.set(search, await (await fetch(url, options)).arrayBuffer());
          }
          return new Response(bodies.get(search), { headers: { 'content-type': 'application/json' } });
        };
      }
      const { Tally } = await import('/tally.mjs');
      const options = { url, package: '/package.js', schemas: '/schemas.js' };
      const opened = [];
      for (const name of walkers) {
        const { open } = await import(`/walkers/${name}.mjs`);
        opened.push({ name, walk: await open(options), least: Infinity });
      }
      const sums = new Set();
      for (let round = 0; round < rounds; round += 1) {
        for (const one of opened) {
          const tally = new Tally();
          const started = performance.now();
          await one.walk(`p${'0'.repeat(round)}${pages}`, tally);
          one.least = Math.min(one.least, performance.now() - started);
          sums.add(`${tally.items} ${tally.checksum}`);
        }
      }
      return { least: opened.map(({ name, least }) => [name, (least * 1e3) / pages]), sums: [...sums] };
    },
    { walkers, url, isKept, pages: Number(pages), rounds: Number(rounds) },
  );
  if (told.sums.length !== 1 || !told.sums[0].startsWith(`${pages * 500} `)) {
    throw new Error(`the walkers in Chromium did not read the same: ${told.sums.join(', ')}`);
  }
  return told.least;
}

/** How long it takes from the import on until something can be used, in microseconds: in a browser that is done with its own start. */
function start(file) {
  return inPage({}, async (file) => {
    await new Promise((done) => setTimeout(done, 1_500));
    const started = performance.now();
    const { AdminClient } = await import(file);
    await AdminClient?.create({ apiKey: 'k' });
    return (performance.now() - started) * 1e3;
  }, file);
}

const tell = (what, micros) => console.log(`${what} ${Math.round(micros)}`);
for (const [name, micros] of await walks({}, ['floor', 'items'])) {
  tell(name, micros);
}
for (const [kept, isKept] of [['', false], ['kept-', true]]) {
  for (const [name, micros] of await walks(CAREFUL, ['validating', 'zod'], { isKept })) {
    tell(`careful-${kept}${name}`, micros);
  }
}
const times = { package: [], schemas: [] };
for (let round = 0; round < Number(starts); round += 1) {
  for (const [name, list] of Object.entries(times)) {
    list.push(await start(`/${name}.js`));
  }
}
for (const [name, list] of Object.entries(times)) {
  tell(`start-${name}`, Math.min(...list));
}
