/** The package with the core inlined: it needs no file beside it. */

import { base64 } from '../build/inline.js';
import { bytes } from './base64.js';
import { setSource } from './load.js';

setSource(() => bytes(base64));

export * from './exports.js';
