// Consumers that run in Chromium: each gets a browser of its own, with a fresh profile.

import { browse } from '../test/chromium.mjs';

const WAY_TOO_LONG = 60_000;

/** Opens a page and reads its report. */
export async function page(url, settings) {
  const { context, close } = await browse();
  return report(context, url, settings).finally(close);
}

/** Loads an extension, and reads the report of its popup. */
export async function extension(folder, settings) {
  const { context, close } = await browse({ extension: folder });
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: WAY_TOO_LONG }));
    return await report(context, new URL('popup.html', worker.url()), settings);
  } finally {
    await close();
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
