// What `dist` was made of, so that nothing is published that the sources would not give.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** It stands outside of `dist`, since it is nothing for those who install the package. */
const NOTE = 'build/made.json';

/** From the package's folder. Its manifest is not among them: a new version is no reason to build anew. */
const crate = (name) => [`../../crates/${name}/Cargo.toml`, `../../crates/${name}/src`];
const SOURCES = ['../../Cargo.lock', '../../Cargo.toml', ...['core', 'backend-fetch', 'wasm'].flatMap(crate), 'scripts', 'src', 'tsconfig.json'];

/** Notes what `dist` was made of. */
export function note(folder) {
  writeFileSync(join(folder, NOTE), `${JSON.stringify({ sources: hashes(folder, SOURCES), dist: hashes(folder, ['dist']) })}\n`);
}

/** Why what is in `dist` cannot be published, if there is a reason. */
export function problem(folder) {
  if (!existsSync(join(folder, 'dist')) || !existsSync(join(folder, NOTE))) {
    return 'dist is not built';
  }
  const { sources, dist } = JSON.parse(readFileSync(join(folder, NOTE), 'utf8'));
  const other = differing(sources, hashes(folder, SOURCES));
  if (other !== undefined) {
    return `dist is older than ${other}`;
  }
  const changed = differing(dist, hashes(folder, ['dist']));
  return changed && `${changed} is not as it was built`;
}

function hashes(folder, places) {
  const files = places.flatMap((place) => filesIn(folder, place)).sort();
  return Object.fromEntries(files.map((file) => [file, createHash('sha256').update(readFileSync(join(folder, file))).digest('hex')]));
}

function filesIn(folder, place) {
  if (!statSync(join(folder, place)).isDirectory()) {
    return [place];
  }
  return readdirSync(join(folder, place)).flatMap((name) => filesIn(folder, `${place}/${name}`));
}

/** The first file that is another one, or is on one side only. */
function differing(before, now) {
  return Object.keys({ ...before, ...now }).find((file) => before[file] !== now[file]);
}
