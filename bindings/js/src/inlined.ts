/** The core's code as a text, for hosts that cannot load a file. */

import { module } from '../build/inline.js';
import { bytes } from './letters.js';

export const inlined = () => bytes(module);
