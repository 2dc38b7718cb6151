import { cpSync } from 'node:fs';
import { build } from 'esbuild';

cpSync('public', 'dist', { recursive: true });
await build({
  entryPoints: { main: 'src/index.js' },
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'browser',
  logLevel: 'warning',
});
