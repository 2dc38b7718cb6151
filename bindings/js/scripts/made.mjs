// Records which sources the published files were built from, so that files of older sources are
// not published.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The record. It is outside of `dist`, since users of the package do not need it. */
const RECORD = 'build/made.json';

/** What the build makes and npm publishes, from the package's folder. */
const BUILT = ['build/core.d.ts', 'build/core.js', 'build/send.js', 'build/time.js', 'dist'];

/**
 * What it is built from. The manifest is not included: a new version does not require a new build.
 */
const crate = (name) => [`../../crates/${name}/Cargo.toml`, `../../crates/${name}/src`];
const SOURCES = ['../../Cargo.lock', '../../Cargo.toml', ...['core', 'backend-fetch', 'wasm'].flatMap(crate), 'scripts', 'src', 'tsconfig.json'];

/** Records the hashes of the sources and of what was built. */
export function record(folder) {
  writeFileSync(join(folder, RECORD), `${JSON.stringify({ sources: hashes(folder, SOURCES), built: hashes(folder, BUILT) })}\n`);
}

/** Returns the reason why the build cannot be published, if there is one. */
export function problem(folder) {
  if ([RECORD, ...BUILT].some((path) => !existsSync(join(folder, path)))) {
    return 'the package is not built';
  }
  const { sources, built } = JSON.parse(readFileSync(join(folder, RECORD), 'utf8'));
  const source = firstDifference(sources, hashes(folder, SOURCES));
  if (source !== undefined) {
    return `the build is older than ${source}`;
  }
  const changed = firstDifference(built, hashes(folder, BUILT));
  return changed && `${changed} was changed after the build`;
}

function hashes(folder, paths) {
  const files = paths.flatMap((path) => filesIn(folder, path)).sort();
  return Object.fromEntries(files.map((file) => [file, createHash('sha256').update(readFileSync(join(folder, file))).digest('hex')]));
}

function filesIn(folder, path) {
  if (!statSync(join(folder, path)).isDirectory()) {
    return [path];
  }
  return readdirSync(join(folder, path)).flatMap((name) => filesIn(folder, `${path}/${name}`));
}

/** Returns the first file whose hash differs, or that only one side has. */
function firstDifference(before, now) {
  return Object.keys({ ...before, ...now }).find((file) => before[file] !== now[file]);
}
