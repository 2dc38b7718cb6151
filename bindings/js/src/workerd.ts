/** The package for runtimes that compile modules beforehand: they refuse to compile bytes. */

import module from './core_bg.wasm';
import { setSource } from './load.js';

setSource(() => module);

export * from './exports.js';
