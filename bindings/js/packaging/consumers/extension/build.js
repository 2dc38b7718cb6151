// An extension is not built: it needs the single file only.
import { copyFileSync } from 'node:fs';

copyFileSync('node_modules/atlassian-admin/dist/index.js', 'atlassian-admin.js');
