// The README, its programs, and a folder in which they run.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The code blocks, each with the headings above it. */
export const blocks = Array.from(readme.matchAll(/^```(\w+)( no-run)?\n([^]*?)^```$/gm), ({ index, 1: language, 2: still, 3: code }) => {
  const before = readme.slice(0, index);
  const last = (mark) => before.slice(before.lastIndexOf(`\n${mark} `)).split('\n')[1].slice(mark.length + 1);
  return { language, still, code, section: last('##'), title: last('###') };
});

/** The rows of the table whose header starts with `name`, as cells. */
export function table(name) {
  const [, rows] = new RegExp(`^\\| ${name} \\|.*\\n\\|[-|]+\\|\\n((?:\\|.*\\n)+)`, 'm').exec(readme);
  return rows.trim().split('\n').map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
}

/** The names in backquotes in a cell. */
export const names = (cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name]) => name);

/** Creates a folder with both packages installed. */
export function project() {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/atlassian-admin'), 'dir');
  symlinkSync(join(root, '../simulator'), join(folder, 'node_modules/atlassian-admin-simulator'), 'dir');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs a program in a folder. */
export function run(name, cwd, env = {}) {
  return promisify(execFile)(process.execPath, [name], { cwd, env: { ...process.env, ...env } });
}
