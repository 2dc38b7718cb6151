// Chromium for tests, and a server of files for it.

import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts Chromium with a fresh profile and, where one is named, an unpacked extension; `close()`
 * ends it.
 */
export async function browse({ extension } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  const extensions = extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : [];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...FLAGS, ...extensions],
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  return { context, close };
}

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * Serves the files of a folder, and the texts in `pages`; `requested` lists the paths that were
 * asked for.
 */
export async function serveFiles(folder, pages = {}, headers = {}) {
  const requested = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://local').pathname;
    requested.push(path);
    try {
      const body = pages[path] ?? readFileSync(join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path)));
      const type = TYPES[extname(path)] ?? TYPES['.html'];
      response.writeHead(200, { 'content-type': type, ...headers }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requested,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
