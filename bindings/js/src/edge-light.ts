/** The package for edge runtimes that import a module by this name only. */

import module from './core_bg.wasm?module';
import { setSource } from './load.js';

setSource(() => module);

export * from './exports.js';
