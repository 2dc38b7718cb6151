/** The core's code from a text, for hosts that cannot load a file. */

import { bytes } from './characters.js';

// The build defines it, so that source maps have no file with the whole module.
declare const CORE_CHARACTERS: string;

export const inlined = () => bytes(CORE_CHARACTERS);
