// Makes `dist` of `build`. Run by `cargo xtask wasm`, right after wasm-bindgen wrote `build` anew; the tools are those of bindings/js.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const optimize = ['../js/node_modules/binaryen/bin/wasm-opt', '-Oz', 'build/core_bg.wasm', '-o', 'build/small.wasm'];
execFileSync(process.execPath, optimize, { stdio: 'inherit' });

// The module is inlined: a page that has loaded its scripts is offline from there on, wherever they came from.
const module = readFileSync('build/small.wasm');
writeFileSync('dist/module.js', `export const base64 = '${module.toString('base64')}';\n`);
copyFileSync('build/core.js', 'dist/core.js');
console.log(`simulator${(module.length / 1000).toFixed(1).padStart(27)} kB`);
