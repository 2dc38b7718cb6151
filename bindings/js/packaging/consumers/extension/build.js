// An extension has no build step: it needs one file of the package.
import { copyFileSync } from 'node:fs';

copyFileSync('node_modules/atlassian-admin/dist/index.js', 'atlassian-admin.js');
