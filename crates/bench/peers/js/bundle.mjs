// Bundles a module for the measurements, as an application's bundler would.
//
//     node bundle.mjs FROM TO

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const [from, to] = process.argv.slice(2);
await build({
  entryPoints: [from],
  outfile: to,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  nodePaths: [fileURLToPath(new URL('node_modules', import.meta.url))],
  logLevel: 'warning',
});
