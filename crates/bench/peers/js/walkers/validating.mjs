// The package with each page checked.

import { open as openPackage } from './package.mjs';

export const open = (options) => openPackage(options, 'warn');
