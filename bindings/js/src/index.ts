/** The package with the core inlined: it needs no other file. */

import { inlined } from './inlined.js';
import { setSource } from './load.js';

setSource(inlined);

export * from './exports.js';
