// Makes `dist` of `build` and `src`. Run by `cargo xtask wasm`, right after wasm-bindgen wrote `build` anew; the tools are those of bindings/js.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from '../../js/node_modules/esbuild/lib/main.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const tool = (name, words) => execFileSync(process.execPath, [`../js/node_modules/${name}`, ...words], { stdio: 'inherit' });

tool('binaryen/bin/wasm-opt', ['-Oz', 'build/core_bg.wasm', '-o', 'build/small.wasm']);
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
tool('typescript/bin/tsc', ['--project', 'tsconfig.json']);

// The module is inlined: a web page that has loaded its scripts is offline from there on, and a bundler needs no rule for it.
for (const [format, out] of [['esm', 'index.js'], ['cjs', 'index.cjs']]) {
  await build({
    entryPoints: ['src/index.ts'],
    outfile: `dist/${out}`,
    bundle: true,
    format,
    target: 'es2022',
    loader: { '.wasm': 'binary' },
    logLevel: 'warning',
    // wasm-bindgen names a script once for each function that it imports from it.
    logOverride: { 'duplicate-object-key': 'silent' },
  });
}
for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT']) {
  copyFileSync(`../../${licence}`, licence);
}

// Only the package's own modules use it; `require` has types of its own.
rmSync('dist/wait.d.ts');
for (const name of readdirSync('dist').filter((name) => name.endsWith('.d.ts'))) {
  writeFileSync(`dist/${name.replace('.d.ts', '.d.cts')}`, readFileSync(`dist/${name}`, 'utf8').replaceAll(".js'", ".cjs'"));
}
for (const path of ['build/small.wasm', 'dist/index.js']) {
  const bytes = readFileSync(path);
  const kilobytes = (length) => (length / 1000).toFixed(1).padStart(7);
  console.log(`${`simulator/${path}`.padEnd(28)} ${kilobytes(bytes.length)} kB ${kilobytes(brotliCompressSync(bytes).length)} kB brotli`);
}
