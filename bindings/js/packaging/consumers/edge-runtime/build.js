// Builds as Next.js does for the edge: `?module` imports become a global that the runtime
// provides.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const wasm = {
  name: 'wasm',
  setup(build) {
    build.onResolve({ filter: /\.wasm\?module$/ }, ({ path, resolveDir }) => {
      copyFileSync(join(resolveDir, path.replace('?module', '')), 'dist/core.wasm');
      return { path, namespace: 'wasm' };
    });
    build.onLoad({ filter: /.*/, namespace: 'wasm' }, () => ({ contents: 'export default globalThis.wasm_core;' }));
  },
};

mkdirSync('dist', { recursive: true });
await build({
  entryPoints: ['middleware.js'],
  outfile: 'dist/middleware.js',
  bundle: true,
  conditions: ['edge-light'],
  plugins: [wasm],
  logLevel: 'warning',
});
