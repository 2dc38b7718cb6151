/** The package without the core, for those who load `core.wasm` from a place of their own. */

import { refuseAllButSources, setSource } from './load.js';
import type { Source } from './source.js';

export * from './exports.js';
export type { Source } from './source.js';

/**
 * Says where `core.wasm` is. Call it before the first client is created; should it not be had from there, that client's creation fails, and
 * another place may be said.
 */
export function initialize(source: Source | PromiseLike<Source>): void {
  if (typeof (source as PromiseLike<Source> | undefined)?.then !== 'function') {
    refuseAllButSources(source);
  }
  const settling = Promise.resolve(source);
  // That it failed is told to who creates a client.
  settling.catch(() => {});
  setSource(() => settling);
}
