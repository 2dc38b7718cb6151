/** The package for Node: it reads the core from the file beside it, which is quicker than to read it out of a program. */

import { setSource } from './load.js';

// What the build knows, and what Node has; neither is in the library's types.
declare const CORE_LENGTH: number;
declare const process: { getBuiltinModule(name: 'node:fs'): { readFileSync(path: string): Uint8Array<ArrayBuffer> } };

setSource(async () => beside() ?? (await import('./inlined.js')).inlined());

export * from './exports.js';

/**
 * The file, if there is one: a bundler leaves it behind, and a Node before 20.16 has no way to read it from here. Importing `node:fs` would take
 * longer than all else. Beside a bundle may be a file of that name of somebody else's.
 */
function beside(): Uint8Array<ArrayBuffer> | undefined {
  try {
    const file = process.getBuiltinModule('node:fs').readFileSync(`${(import.meta as { dirname?: string }).dirname}/core_bg.wasm`);
    return file.length === CORE_LENGTH ? file : undefined;
  } catch {
    return undefined;
  }
}
