// Measures the npm package, and prints a line for each figure: `NAME VALUE`. `cargo xtask bench js` runs it and
// compares the figures with the goals; it builds the package, and the schemas for zod, before.
//
//     node bench.mjs URL [--quick]

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { CAREFUL, start, times } from './browser.mjs';

const [url, quick] = process.argv.slice(2);
const isQuick = quick === '--quick';
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = path('../../../bindings/js');
const installed = path('node_modules/schemas-for-zod/schemas.mjs');
const bundled = path('node_modules/schemas-for-zod/bundled.mjs');

const figure = (name, value) => console.log(`${name} ${value}`);
const node = (args, cwd = path('.')) => execFileSync('node', args, { cwd, encoding: 'utf8' });
const least = (times, measure) => Math.min(...Array.from({ length: times }, measure));

// As an application's bundler would.
await build({ entryPoints: [installed], outfile: bundled, bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'warning' });

const size = (...files) => {
  const bytes = files.map((file) => readFileSync(file));
  const sum = (length) => bytes.reduce((total, file) => total + length(file), 0) / 1e3;
  return [sum((file) => file.length), sum((file) => brotliCompressSync(file).length)];
};
const [wasm, code] = [`${folder}/dist/core_bg.wasm`, `${folder}/dist/slim.js`];
for (const [name, ...files] of [['wasm', wasm], ['code', code], ['slim', wasm, code], ['zod', bundled], ['single', `${folder}/dist/index.js`]]) {
  const [raw, brotli] = size(...files);
  figure(`size.${name}`, raw);
  figure(`size.${name}-brotli`, brotli);
}

// Rounds in turn, so that other work on the machine meets all walkers.
const STRICT = '--disallow-code-generation-from-strings';
const walks = [
  ...['floor', 'items', 'package', 'jira', 'validating', 'zod'].map((name) => ({ name, walker: name })),
  ...['floor', 'items', 'package'].map((name) => ({ name: `${name}-ascii`, walker: name, ascii: 'a' })),
  ...['validating', 'zod'].map((name) => ({ name: `${name}-strict`, walker: name, flags: [STRICT] })),
];
const sums = {};
for (let round = 0; round < (isQuick ? 2 : 6); round += 1) {
  for (const walk of walks) {
    const { walker, flags = [], ascii = '' } = walk;
    const [items, checksum, time] = node([...flags, 'walk.mjs', walker, url, bundled, ascii]).split(' ');
    walk.least = Math.min(walk.least ?? Infinity, time);
    sums[ascii] ??= `${items} ${checksum}`;
    if (sums[ascii] !== `${items} ${checksum}`) throw new Error(`${walk.name} read other events than the first walker`);
  }
}
for (const { name, least } of walks) figure(`node.${name}`, least);

for (const [name, file] of [['package', `${folder}/dist/node.js`], ['zod', installed]]) {
  figure(`start.${name}`, least(isQuick ? 5 : 15, () => Number(node(['start.mjs', file]))));
}

figure('abort.p99', JSON.parse(node(['bench/abort.mjs', isQuick ? '200' : '1000'], folder)).p99);
const leak = JSON.parse(node(['bench/leak.mjs', isQuick ? '40000' : '400000'], folder));
for (const walk of ['stream', 'listing']) {
  figure(`leak.${walk}`, leak[walk].memory / 2 ** 20);
  figure(`leak.${walk}-first`, leak[walk].first.memory / 2 ** 20);
}

const rounds = { url, pages: isQuick ? 10 : 20, rounds: isQuick ? 8 : 20 };
const open = await times(bundled, {}, { ...rounds, names: ['floor', 'items'] });
const careful = await times(bundled, CAREFUL, { ...rounds, names: ['validating', 'zod'], isKept: true });
for (const [name, time] of Object.entries({ ...open, ...careful })) figure(`chromium.${name}`, time);
for (const [name, file] of [['package', '/package.js'], ['zod', '/schemas.js']]) {
  const starts = [];
  for (let round = 0; round < (isQuick ? 2 : 6); round += 1) starts.push(await start(bundled, file));
  figure(`chromium.start-${name}`, Math.min(...starts));
}
