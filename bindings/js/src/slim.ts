/** The package without the core: the program says where `core.wasm` is. */

import { checkSource, setSource } from './load.js';
import type { Source } from './source.js';

export * from './exports.js';
export type { Source } from './source.js';

/**
 * Sets where `core.wasm` is. Call it before the first client is created. If the file cannot be
 * loaded, the creation of that client fails, and `initialize` can be called again.
 */
export function initialize(source: Source | PromiseLike<Source>): void {
  if (typeof (source as PromiseLike<Source> | undefined)?.then !== 'function') {
    checkSource(source);
  }
  const loaded = Promise.resolve(source);
  // The creation of a client reports the failure.
  loaded.catch(() => {});
  setSource(() => loaded);
}
