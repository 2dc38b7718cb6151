// The extension in Chromium: its worker is stopped in the middle of its work, and each event is
// counted once.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { browse } from '../chromium.mjs';
import { simulate } from '../simulator.mjs';
import { place } from './place.mjs';

const EVENTS = 3_300;
let copy;
let server;
let admin;
let browser;
let origin;
let popup;
const problems = [];

before(async () => {
  copy = place('audit-log-extension');
  grantLoopback(join(copy.folder, 'manifest.json'));
  readInPages(copy.folder);
  server = await simulate('--accounts', '50', '--events', String(EVENTS), '--no-rate-limits');
  admin = await AdminClient.create({ apiKey: server.apiKey, baseUrl: server.baseUrl });
  browser = await browse({ extension: copy.folder });
  const worker = browser.context.serviceWorkers()[0] ?? (await browser.context.waitForEvent('serviceworker'));
  origin = new URL('.', worker.url()).href;
  popup = await open('popup.html');
});

after(async () => {
  admin?.close();
  await browser?.close();
  server?.stop();
  copy?.remove();
});

/** No user can click on the question whether the extension may call this host. */
function grantLoopback(file) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.host_permissions.push('http://127.0.0.1/*');
  writeFileSync(file, JSON.stringify(manifest));
}

/**
 * Adds a content script, which this extension does not have. It reports what it can read of the
 * storage.
 */
function readInPages(folder) {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.content_scripts = [{ matches: ['http://127.0.0.1/*'], js: ['reader.js'] }];
  writeFileSync(file, JSON.stringify(manifest));
  const script = `chrome.storage.local.get().then(JSON.stringify, String).then((stored) => (document.documentElement.dataset.stored = stored));`;
  writeFileSync(join(folder, 'reader.js'), script);
}

async function open(name) {
  const page = await browser.context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(`${origin}${name}`);
  return page;
}

const faults = (texts) => fetch(`${server.baseUrl}/_simulator/faults`, { method: 'PUT', body: JSON.stringify(texts) });

/** Waits until the popup shows this number of events. */
const total = (count) => popup.locator('#total', { hasText: new RegExp(`^${count}$`) }).waitFor();
const badge = () => popup.evaluate(() => chrome.action.getBadgeText({}));
const latest = () => popup.evaluate(() => [...document.querySelectorAll('#latest li')].map((item) => item.dataset.id));

/** Returns all events, by other means. */
async function truth() {
  const ids = [];
  for await (const { id } of admin.events.stream({ orgId: server.orgId })) ids.push(id);
  return ids;
}

/** Fires the alarm now instead of within a minute. That starts the worker if it does not run. */
const ring = () => popup.evaluate(() => chrome.alarms.create('poll', { when: Date.now(), periodInMinutes: 1 }));

/** Stops the worker, whatever its state. */
async function endWorker() {
  const session = await browser.context.newCDPSession(popup);
  const stopped = new Promise((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await session.detach();
}

test('the worker resumes at its checkpoint each time it is stopped', async () => {
  // Pages take their time, so that nearly always one is pending.
  await faults(['delay:operation=pollEvents,ms=200']);
  const options = await open('options.html');
  await options.getByLabel('Address').fill(server.baseUrl);
  await options.getByLabel('Organization').fill(server.orgId);
  await options.getByLabel('API key').fill(server.apiKey);
  await options.getByRole('button', { name: 'Store' }).click();
  await options.getByText('Stored.').waitFor();
  // As soon as an event is counted.
  await popup.locator('#total', { hasText: /^[1-9]/ }).waitFor();
  for (let ends = 0; ends < 4; ends += 1) {
    await endWorker();
    const counted = await popup.locator('#total').textContent();
    await ring();
    // On a slow machine, the worker may have finished before it was stopped.
    if (counted === String(EVENTS)) break;
    await popup.locator('#total', { hasNotText: new RegExp(`^${counted}$`) }).waitFor();
  }
  await faults([]);
  await total(EVENTS);
  assert.equal(await badge(), String(EVENTS));
  assert.deepEqual(await latest(), (await truth()).slice(-50).reverse());
  await options.close();
});

test('content scripts cannot read the storage', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${server.baseUrl}/_simulator/requests`);
  const stored = await page.waitForFunction(() => document.documentElement.dataset.stored).then((handle) => handle.jsonValue());
  assert.match(stored, /^Error: Access to storage is not allowed from this context/);
  await page.close();
});

test('the alarm fetches new events, and events marked as seen are not counted', async () => {
  await popup.getByRole('button', { name: 'Mark as seen' }).click();
  await popup.locator('#unseen', { hasText: /^0$/ }).waitFor();
  await popup.waitForFunction(async () => (await chrome.action.getBadgeText({})) === '');
  const { orgId, directoryId } = server;
  for (const name of ['auditors', 'reviewers', 'keepers']) await admin.groups.create({ orgId, directoryId, name });
  await endWorker();
  await ring();
  const all = await truth();
  assert.ok(all.length >= EVENTS + 3);
  await total(all.length);
  await popup.locator('#unseen', { hasText: new RegExp(`^${all.length - EVENTS}$`) }).waitFor();
  assert.equal(await badge(), String(all.length - EVENTS));
  assert.deepEqual(await latest(), all.slice(-50).reverse());
});

test('a poll without new events counts nothing', async () => {
  const requests = async () => (await (await fetch(`${server.baseUrl}/_simulator/requests`)).json()).length;
  const before = await requests();
  await popup.getByRole('button', { name: 'Look now' }).click();
  while ((await requests()) === before);
  const { orgId, directoryId } = server;
  await admin.groups.create({ orgId, directoryId, name: 'latecomers' });
  await ring();
  const all = await truth();
  await total(all.length);
  assert.deepEqual(await latest(), all.slice(-50).reverse());
});

test('an error is shown until a poll succeeds', async () => {
  await faults(['html:operation=pollEvents,times=9']);
  await ring();
  await popup.getByRole('alert').getByText(/^events\.poll: /).waitFor();
  await popup.waitForFunction(async () => (await chrome.action.getBadgeText({})) === '!');
  await faults([]);
  await popup.getByRole('button', { name: 'Look now' }).click();
  await popup.waitForFunction(() => document.getElementById('problem').textContent === '');
  assert.deepEqual(problems, []);
});
