// Makes `dist` of `build` and `src`. Run by `cargo xtask wasm`, right after wasm-bindgen wrote `build` anew.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { mended, renamed } from './glue.mjs';
import { letters } from './letters.mjs';
import { note } from './made.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const tool = (name, words, stdio) => execFileSync(process.execPath, [`node_modules/${name}`, ...words], { stdio, encoding: 'utf8' });

// The module, as small as it gets compressed (docs/size.md), and the glue that fits it. The lowest addresses are the end of the stack, where
// no pointer leads.
const small = [
  ...['--flatten', '--rereloop', '-Oz', '-Oz'],
  // Functions that stay apart, and expressions that are written again, repeat themselves more, which compresses well.
  ...['--one-caller-inline-max-function-size=200', '--skip-pass=local-cse'],
  ...['--low-memory-unused', '--minify-imports-and-exports-and-modules'],
];
const names = tool('binaryen/bin/wasm-opt', [...small, 'build/core_bg.wasm', '-o', 'build/small.wasm'], ['ignore', 'pipe', 'inherit']);
renameSync('build/small.wasm', 'build/core_bg.wasm');
const module = readFileSync('build/core_bg.wasm');
writeFileSync('build/inline.js', `export const module = ${JSON.stringify(letters(module))};\n`);
writeFileSync('build/inline.d.ts', 'export declare const module: string;\n');
writeFileSync('build/core.js', renamed(mended(readFileSync('build/core.js', 'utf8')), names));

// The types: a checked build of all files.
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
tool('typescript/bin/tsc', ['--project', 'tsconfig.json'], 'inherit');

// The code: one file for each way in.
const ways = [
  { entry: 'index', format: 'esm', out: 'index.js' },
  { entry: 'index', format: 'cjs', out: 'index.cjs' },
  { entry: 'node', format: 'esm', out: 'node.js' },
  { entry: 'node', format: 'cjs', out: 'node.cjs' },
  { entry: 'inlined', format: 'esm', out: 'inlined.js' },
  { entry: 'slim', format: 'esm', out: 'slim.js' },
  { entry: 'slim', format: 'cjs', out: 'slim.cjs' },
  { entry: 'workerd', format: 'esm', out: 'workerd.js' },
  { entry: 'edge-light', format: 'esm', out: 'edge-light.js' },
];
for (const { entry, format, out } of ways) {
  await build({
    entryPoints: [`src/${entry}.ts`],
    outfile: `dist/${out}`,
    bundle: true,
    format,
    target: 'es2022',
    // In Node nobody counts bytes, and people read stacks and step through the code.
    minify: entry !== 'node',
    charset: 'utf8',
    // Hosts print the whole line where an error was thrown that nobody handles.
    lineLimit: 120,
    external: ['./core_bg.wasm', './core_bg.wasm?module', ...(entry === 'node' ? ['./inlined.js'] : [])],
    define: { CORE_LENGTH: String(module.length), ...(format === 'cjs' && { 'import.meta.dirname': '__dirname' }) },
    logLevel: 'warning',
  });
}
copyFileSync('build/core_bg.wasm', 'dist/core_bg.wasm');
for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT']) {
  copyFileSync(`../../${licence}`, licence);
}

// What only the inside needs is not told outside; and `require` has types of its own.
for (const name of readdirSync('dist', { recursive: true }).filter((name) => name.endsWith('.d.ts'))) {
  const text = readFileSync(`dist/${name}`, 'utf8');
  const isInner = text.includes("'../build/") || !/^export [^{]/m.test(text);
  if (isInner || ['workerd', 'edge-light', 'node', 'inlined', 'letters', 'body'].some((inner) => name === `${inner}.d.ts`)) {
    rmSync(`dist/${name}`);
  } else {
    writeFileSync(`dist/${name.replace('.d.ts', '.d.cts')}`, text.replaceAll(".js'", ".cjs'"));
  }
}

note('.');

for (const name of readdirSync('dist').filter((name) => /\.(js|cjs|wasm)$/.test(name))) {
  const bytes = readFileSync(`dist/${name}`);
  const kilobytes = (length) => (length / 1000).toFixed(1).padStart(7);
  console.log(`${name.padEnd(28)} ${kilobytes(bytes.length)} kB ${kilobytes(brotliCompressSync(bytes).length)} kB brotli`);
}
