/** The package for runtimes that refuse to compile bytes: a bundler compiles the module. */

import module from './core_bg.wasm';
import { setSource } from './load.js';

setSource(() => module);

export * from './exports.js';
