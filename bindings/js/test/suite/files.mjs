// The cases, which the Rust crates keep beside their own runner.

import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../../../crates/native/tests/suite/cases/', import.meta.url);

/** All cases, with the file that they stand in. */
export function cases() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')).map((test) => ({ ...test, file: name.replace('.json', '') })));
}
