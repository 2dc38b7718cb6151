// npm runs this before it publishes, and publishes nothing if it fails.

import { existsSync, readFileSync } from 'node:fs';

/** The addresses of the project. npm's provenance statement needs `repository`, and npm shows all of them. */
const ADDRESSES = ['repository', 'homepage', 'bugs'];

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const missing = ADDRESSES.filter((property) => manifest[property] === undefined);
const problems = [
  ...(missing.length > 0 ? [`package.json has no ${missing.join(', ')}; add the addresses of the project`] : []),
  ...(existsSync('dist/index.js') ? [] : ['the package is not built; run `cargo xtask wasm`, then `cargo xtask test`']),
];
if (problems.length > 0) {
  console.error(problems.map((text) => `error: cannot publish: ${text}`).join('\n'));
  process.exit(1);
}
