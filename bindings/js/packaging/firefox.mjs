// Consumers that run in Firefox: each gets its own browser with a fresh profile, driven by WebDriver
// BiDi.

import puppeteer from 'puppeteer-core';

const TIMEOUT_MS = 60_000;
const PROGRAM = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
// The address of an extension's pages is random unless a preference names it by the extension's id.
const EXTENSION = { id: 'consumer@example.com', host: 'e0b2ef5c-2f3f-4d0c-9d3a-6a4f2b7c1d55' };

/** Opens a page and reads its report. */
export function page(url, settings) {
  return browsing((browser) => report(browser, url, settings));
}

/** Loads an extension, and reads the report of its popup. */
export function extension(folder, settings) {
  return browsing(async (browser) => {
    await browser.installExtension(folder);
    return report(browser, `moz-extension://${EXTENSION.host}/popup.html`, settings);
  });
}

async function browsing(act) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: PROGRAM,
    headless: true,
    // Without it, BiDi does not open the pages of extensions.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION.id]: EXTENSION.host }) },
  });
  try {
    return await act(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Returns what a page writes into its `<output>`. An error or a warning on its console is a
 * failure.
 */
async function report(browser, url, settings) {
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(`${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') {
      problems.push(message.text());
    }
  });
  // The page of an extension is in another process, and its navigation never ends for puppeteer.
  page.goto(`${url}?${new URLSearchParams(settings)}`).catch(() => {});
  const text = await written(page, performance.now() + TIMEOUT_MS);
  if (text === '') {
    throw new Error(`The page wrote no report. Its console has: ${problems.join('\n') || 'nothing'}`);
  }
  if (problems.length > 0) {
    throw new Error(`The console of the page has: ${problems.join('\n')}`);
  }
  return text;
}

/** Returns the text of `<output>` once there is one; an empty text after the deadline. */
async function written(page, deadline) {
  while (performance.now() < deadline) {
    const text = await page.evaluate(() => document.querySelector('output')?.textContent ?? '').catch(() => '');
    if (text !== '') {
      return text;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return '';
}
