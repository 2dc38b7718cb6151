// The extension in Chromium: its worker is ended in the middle of its work, and still no event is lost or counted twice.

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
const complaints = [];

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

/** Nobody is there to click at the question whether the extension may call this host. */
function grantLoopback(file) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.host_permissions.push('http://127.0.0.1/*');
  writeFileSync(file, JSON.stringify(manifest));
}

/** A script of the extension's in each page, as this extension has none: it tells what it can read of the storage. */
function readInPages(folder) {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.content_scripts = [{ matches: ['http://127.0.0.1/*'], js: ['reader.js'] }];
  writeFileSync(file, JSON.stringify(manifest));
  const script = `chrome.storage.local.get().then(JSON.stringify, String).then((told) => (document.documentElement.dataset.told = told));`;
  writeFileSync(join(folder, 'reader.js'), script);
}

async function open(name) {
  const page = await browser.context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${origin}${name}`);
  return page;
}

const faults = (texts) => fetch(`${server.baseUrl}/_simulator/faults`, { method: 'PUT', body: JSON.stringify(texts) });

/** Waits until the popup shows so many events, all told. */
const total = (count) => popup.locator('#total', { hasText: new RegExp(`^${count}$`) }).waitFor();
const badge = () => popup.evaluate(() => chrome.action.getBadgeText({}));
const latest = () => popup.evaluate(() => [...document.querySelectorAll('#latest li')].map((item) => item.dataset.id));

/** All events there are, by other means. */
async function truth() {
  const ids = [];
  for await (const { id } of admin.events.stream({ orgId: server.orgId })) ids.push(id);
  return ids;
}

/** Lets the alarm ring now instead of within a minute. It starts the worker, if none is there. */
const ring = () => popup.evaluate(() => chrome.alarms.create('poll', { when: Date.now(), periodInMinutes: 1 }));

/** Ends the worker, whatever it is doing. */
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
  // Pages take their time: there is nearly always one on its way.
  await faults(['delay:operation=pollEvents,ms=200']);
  const options = await open('options.html');
  await options.getByLabel('Address').fill(server.baseUrl);
  await options.getByLabel('Organization').fill(server.orgId);
  await options.getByLabel('API key').fill(server.apiKey);
  await options.getByRole('button', { name: 'Store' }).click();
  await options.getByText('Stored.').waitFor();
  // As soon as anything is counted.
  await popup.locator('#total', { hasText: /^[1-9]/ }).waitFor();
  for (let ends = 0; ends < 4; ends += 1) {
    await endWorker();
    const counted = await popup.locator('#total').textContent();
    await ring();
    // On a slow machine, it may have come to the end before it was ended.
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
  const told = await page.waitForFunction(() => document.documentElement.dataset.told).then((handle) => handle.jsonValue());
  assert.match(told, /^Error: Access to storage is not allowed from this context/);
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
  assert.deepEqual(complaints, []);
});
