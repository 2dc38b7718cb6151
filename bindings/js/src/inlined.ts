/** The core's code from a text, for hosts that cannot load a file. */

import { bytes } from './letters.js';

// The build defines it, so that source maps have no file with the whole module.
declare const CORE_LETTERS: string;

export const inlined = () => bytes(CORE_LETTERS);
