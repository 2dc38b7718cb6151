// Makes `dist` from `build` and `src`. `cargo xtask wasm` runs it right after wasm-bindgen has
// written `build`.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { mended, renamed } from './glue.mjs';
import { characters } from './characters.mjs';
import { record } from './made.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const tool = (name, args, stdio) => execFileSync(process.execPath, [`node_modules/${name}`, ...args], { stdio, encoding: 'utf8' });

// The module, as small as it gets compressed (docs/size.md), and the glue that fits it. The lowest
// addresses are the end of the stack, where no pointer leads.
const small = [
  ...['--flatten', '--rereloop', '-Oz', '-Oz'],
  // Without these the module is smaller, but repeats itself less: compressed, it is larger.
  ...['--one-caller-inline-max-function-size=200', '--skip-pass=local-cse'],
  ...['--low-memory-unused', '--minify-imports-and-exports-and-modules'],
];
const names = tool('binaryen/bin/wasm-opt', [...small, 'build/core_bg.wasm', '-o', 'build/small.wasm'], ['ignore', 'pipe', 'inherit']);
renameSync('build/small.wasm', 'build/core_bg.wasm');
const module = readFileSync('build/core_bg.wasm');
const glue = renamed(mended(readFileSync('build/core.js', 'utf8')), names);
// The package has the glue and the scripts that it imports, without the hash in their paths.
const script = /(?<=from ["'])\.\/(snippets\/[^"']*\/(\w+\.js))(?=["'])/g;
for (const [, path, name] of glue.matchAll(script)) {
  copyFileSync(`build/${path}`, `build/${name}`);
}
writeFileSync('build/core.js', glue.replace(script, './$2'));

// The declarations. Their maps lead an editor from a declaration to its place in `src`.
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
tool('typescript/bin/tsc', ['--project', 'tsconfig.json', '--declarationMap'], 'inherit');

// The code: one file for each entry point and module format.
const bundles = [
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
for (const { entry, format, out } of bundles) {
  await build({
    entryPoints: [`src/${entry}.ts`],
    outfile: `dist/${out}`,
    bundle: true,
    format,
    target: 'es2022',
    // Size does not matter in Node, where people read stacks and step through the code.
    minify: entry !== 'node',
    // Maps do not repeat the sources: the package has them.
    sourcemap: true,
    sourcesContent: false,
    charset: 'utf8',
    // Hosts print the whole line that threw an uncaught error.
    lineLimit: 120,
    external: ['./core_bg.wasm', './core_bg.wasm?module', ...(entry === 'node' ? ['./inlined.js'] : [])],
    define: {
      CORE_LENGTH: String(module.length),
      CORE_CHARACTERS: JSON.stringify(characters(module)),
      ...(format === 'cjs' && { 'import.meta.dirname': '__dirname' }),
    },
    logLevel: 'warning',
  });
}
copyFileSync('build/core_bg.wasm', 'dist/core_bg.wasm');
for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT']) {
  copyFileSync(`../../${licence}`, licence);
}

// Declarations of internal modules are not published. The others get a copy for `require`.
const internal = ['workerd', 'edge-light', 'node', 'inlined', 'characters', 'body'].map((name) => `${name}.d.ts`);
for (const name of readdirSync('dist', { recursive: true }).filter((name) => name.endsWith('.d.ts'))) {
  const text = readFileSync(`dist/${name}`, 'utf8');
  if (internal.includes(name) || text.includes("'../build/") || !/^export [^{]/m.test(text)) {
    rmSync(`dist/${name}`);
    rmSync(`dist/${name}.map`);
    continue;
  }
  const copy = name.replace('.d.ts', '.d.cts');
  writeFileSync(`dist/${copy}`, text.replaceAll(".js'", ".cjs'").replace(/(?<=sourceMappingURL=.*)\.d\.ts\.map/, '.d.cts.map'));
  const map = JSON.parse(readFileSync(`dist/${name}.map`, 'utf8'));
  writeFileSync(`dist/${copy}.map`, JSON.stringify({ ...map, file: basename(copy) }));
}

record('.');

for (const name of readdirSync('dist').filter((name) => /\.(js|cjs|wasm)$/.test(name))) {
  const bytes = readFileSync(`dist/${name}`);
  const kilobytes = (length) => (length / 1000).toFixed(1).padStart(7);
  console.log(`${name.padEnd(28)} ${kilobytes(bytes.length)} kB ${kilobytes(brotliCompressSync(bytes).length)} kB brotli`);
}
