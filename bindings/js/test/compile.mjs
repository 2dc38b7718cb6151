// Compiles programs with the strictest settings that users have.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const SETTINGS = {
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2023', 'esnext.disposable', 'dom'],
    types: ['node'],
    allowJs: true,
    checkJs: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    // The types of Node contradict each other under exactOptionalPropertyTypes.
    skipLibCheck: true,
  },
  include: ['*'],
};

/**
 * Compiles the programs of a folder, JavaScript as well as TypeScript, and returns the compiler's
 * errors.
 */
export function compile(folder) {
  const install = (name, from) => {
    const place = join(folder, 'node_modules', name);
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    if (!existsSync(place)) symlinkSync(from, place, 'dir');
  };
  install('atlassian-admin', root);
  install('@types', join(root, 'node_modules/@types'));
  const settings = join(folder, 'tsconfig.json');
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify(SETTINGS));
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', folder], { encoding: 'utf8' });
  return stdout;
}
