// Packs the package, and installs the tarball in a project.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const TIMEOUT_MS = 180_000;

/**
 * Makes a temporary folder. Projects in it can import everything in our `node_modules`, and run it
 * by `npm run`.
 */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'atlassian-admin-consumers-'));
  symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Packs the package as it would be published. Returns the path of the tarball. */
export async function pack(folder) {
  const text = await command('npm pack --json --pack-destination', [folder], { cwd: join(here, '..') });
  return join(folder, JSON.parse(text)[0].filename);
}

/** Copies a consumer to `folder`/`name`, installs the tarball in it as a user would, and builds it. */
export async function project(source, folder, tarball, name) {
  const cwd = join(folder, name);
  cpSync(join(here, 'consumers', source), cwd, { recursive: true });
  await command('npm install --ignore-scripts --no-audit --no-fund --offline --loglevel error', [tarball], { cwd });
  const { scripts = {} } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
  if (scripts.build) {
    await command('npm run --silent build', [], { cwd });
  }
  return cwd;
}

/** Runs a command and returns its standard output. The error of a failure has all output. */
export async function command(line, more, options) {
  const child = start(line, more, options);
  const end = once(child, 'close');
  let out = '';
  let all = '';
  child.stdout.on('data', (text) => {
    out += text;
    all += text;
  });
  child.stderr.on('data', (text) => (all += text));
  child.once('exit', () => stop(child));
  const [code, signal] = await end;
  if (code !== 0) {
    throw new Error(`\`${line}\` ended with ${code ?? signal}:\n${all}`);
  }
  return out;
}

/**
 * Starts a command in a process group of its own, and stops it after a time that none of ours
 * needs.
 */
export function start(line, more = [], { cwd, env = {} }) {
  const [program, ...args] = [...line.split(' '), ...more];
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const timer = setTimeout(() => stop(child), TIMEOUT_MS);
  child.once('exit', () => clearTimeout(timer));
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

/** Stops a command with all processes that it started. */
export function stop(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
