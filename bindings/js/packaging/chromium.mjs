// Consumers that run in Chromium: each gets its own browser with a fresh profile.

import { browse } from '../test/chromium.mjs';

const TIMEOUT_MS = 60_000;

/** Opens a page and reads its report. */
export async function page(url, settings) {
  const { context, close } = await browse();
  return report(context, url, settings).finally(close);
}

/** Loads an extension, and reads the report of its popup. */
export async function extension(folder, settings) {
  const { context, close } = await browse({ extension: folder });
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: TIMEOUT_MS }));
    return await report(context, new URL('popup.html', worker.url()), settings);
  } finally {
    await close();
  }
}

/**
 * Returns what a page writes into its `<output>`. An error or a warning on its console is a
 * failure.
 */
async function report(context, url, settings) {
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(`${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      problems.push(message.text());
    }
  });
  await page.goto(`${url}?${new URLSearchParams(settings)}`);
  const output = page.locator('output:not(:empty)');
  const text = await output.textContent({ timeout: TIMEOUT_MS }).catch((error) => {
    throw new Error(`${error.message}\nThe console of the page has: ${problems.join('\n') || 'nothing'}`);
  });
  // Chromium reports the 404 that each consumer requests.
  const own = problems.filter((problem) => !/Failed to load resource: the server responded with a status of 404/.test(problem));
  if (own.length > 0) {
    throw new Error(`The console of the page has: ${own.join('\n')}`);
  }
  return text;
}
