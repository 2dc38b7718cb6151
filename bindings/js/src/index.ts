/** The package with the core inlined: it needs no file beside it. */

import { module } from '../build/inline.js';
import { bytes } from './letters.js';
import { setSource } from './load.js';

setSource(() => bytes(module));

export * from './exports.js';
