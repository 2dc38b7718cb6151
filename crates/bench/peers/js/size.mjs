// The sizes of files, in bytes: `RAW BROTLI` in a line for each.
//
//     node size.mjs FILE…

import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  console.log(`${bytes.length} ${brotliCompressSync(bytes).length}`);
}
