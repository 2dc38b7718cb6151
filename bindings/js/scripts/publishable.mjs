// npm runs this before it publishes, and publishes nothing if it fails.

import { problem } from './made.mjs';

const found = problem('.');
if (found !== undefined) {
  console.error(`not to be published: ${found}. Run \`cargo xtask wasm\`, then \`cargo xtask test\`.`);
  process.exit(1);
}
