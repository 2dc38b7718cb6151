// Consumers that run in Chromium: each gets a browser of its own, with a fresh profile.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WAY_TOO_LONG = 60_000;

/** Opens a page and reads its report. */
export function page(url, settings) {
  return browse([], [], (context) => report(context, url, settings));
}

/** Loads an extension, and reads the report of its popup. */
export function extension(folder, settings) {
  const flags = [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
  return browse(flags, ['--disable-extensions'], async (context) => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: WAY_TOO_LONG }));
    return report(context, new URL('popup.html', worker.url()), settings);
  });
}

async function browse(args, ignoreDefaultArgs, visit) {
  const profile = mkdtempSync(join(tmpdir(), 'atlassian-admin-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // Its own way to run without a window lacks extensions; Chromium's has them.
    headless: false,
    args: ['--headless', ...FLAGS, ...args],
    ignoreDefaultArgs,
  });
  try {
    return await visit(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a page writes into its `<output>`; whatever else it complains of is a failure. */
async function report(context, url, settings) {
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(message.text());
    }
  });
  await page.goto(`${url}?${new URLSearchParams(settings)}`);
  const output = page.locator('output:not(:empty)');
  const text = await output.textContent({ timeout: WAY_TOO_LONG }).catch((error) => {
    throw new Error(`${error.message}\nThe page said: ${complaints.join('\n') || 'nothing'}`);
  });
  // The browser itself complains of the answer 404 that a consumer asks for.
  const own = complaints.filter((complaint) => !/Failed to load resource: the server responded with a status of 404/.test(complaint));
  if (own.length > 0) {
    throw new Error(`The page said: ${own.join('\n')}`);
  }
  return text;
}
