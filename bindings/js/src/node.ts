/**
 * The package for Node. It reads the core from its file, which is faster than decoding the inlined
 * text.
 */

import { setSource } from './load.js';

// The build defines the length of the core. Types of Node are not a dependency.
declare const CORE_LENGTH: number;
declare const process: { getBuiltinModule(name: 'node:fs'): { readFileSync(path: string): Uint8Array<ArrayBuffer> } };

setSource(async () => coreFile() ?? (await import('./inlined.js')).inlined());

export * from './exports.js';

/**
 * The bytes of the core's file; `undefined` in a bundle, which does not contain it, and before
 * Node 20.16, which lacks `getBuiltinModule`. An import of `node:fs` would take longer than the
 * rest of the start. The length is compared, since a bundle may have another file of this name in
 * its folder.
 */
function coreFile(): Uint8Array<ArrayBuffer> | undefined {
  try {
    const file = process.getBuiltinModule('node:fs').readFileSync(`${(import.meta as { dirname?: string }).dirname}/core_bg.wasm`);
    return file.length === CORE_LENGTH ? file : undefined;
  } catch {
    return undefined;
  }
}
