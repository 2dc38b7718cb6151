// Examples as a user has them: in a folder of their own, with their packages installed.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** Returns the folder of an example. */
export const example = (name) => join(root, 'examples', name);

/**
 * Copies an example. The packages of this repository are put where npm would put them. Packages of
 * the registry are not needed, or the caller provides them.
 */
export function place(name) {
  const folder = join(mkdtempSync(join(tmpdir(), 'example-')), name);
  const isWritten = (path) => !/\/(node_modules|package-lock\.json)(\/|$)/.test(path.slice(example(name).length));
  cpSync(example(name), folder, { recursive: true, filter: isWritten });
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const [dependency, where] of Object.entries(dependencies)) {
    if (where.startsWith('file:')) {
      install(join(example(name), where.slice('file:'.length)), join(folder, 'node_modules', dependency));
    }
  }
  return { folder, remove: () => rmSync(dirname(folder), { recursive: true, force: true }) };
}

/** Copies the published files of a package. */
function install(from, to) {
  mkdirSync(to, { recursive: true });
  const { files } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  for (const name of ['package.json', ...files]) {
    cpSync(join(from, name), join(to, name), { recursive: true });
  }
}
