// The explorer in Chromium shows what the API returns, for each filter, over the network and
// offline.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { browse, serveFiles } from '../chromium.mjs';
import { simulate } from '../simulator.mjs';
import { place } from './place.mjs';

let copy;
let server;
let files;
let browser;
let admin;
let page;
let problems;

before(async () => {
  copy = place('audit-log-explorer');
  files = await serveFiles(copy.folder);
  server = await simulate('--cors', '--accounts', '60', '--events', '700', '--no-rate-limits');
  admin = await AdminClient.create({ apiKey: server.apiKey, baseUrl: server.baseUrl });
  browser = await browse();
  page = await browser.context.newPage();
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(files.url);
  await settled();
});

after(async () => {
  admin?.close();
  await browser?.close();
  server?.stop();
  files?.stop();
  copy?.remove();
});

/** Waits until the explorer shows events or an error. */
const settled = () =>
  page.waitForFunction(() => /^\d+ events/.test(document.getElementById('status').textContent) || document.getElementById('problem').textContent);

/** Fills in the form by its visible labels, and submits it by the keyboard. */
async function show(fields) {
  for (const label of ['Action', 'Account of the actor', 'Text', 'From', 'To']) {
    await page.getByLabel(label, { exact: true }).fill(fields[label] ?? '');
  }
  await page.getByRole('button', { name: 'Show' }).press('Enter');
}

async function connect({ baseUrl = server.baseUrl, apiKey = server.apiKey } = {}) {
  await page.getByLabel("A proxy, or a simulator's server").check();
  await page.getByLabel('Address').fill(baseUrl);
  await page.getByLabel('API key').fill(apiKey);
}

async function loadAll() {
  await settled();
  if (await page.getByRole('button', { name: 'Load all' }).isEnabled()) {
    await page.getByRole('button', { name: 'Load all' }).press('Enter');
  }
  await page.waitForFunction(() => /^\d+ events$/.test(document.getElementById('status').textContent));
}

/** Returns what the table and the chart show. */
const shown = () =>
  page.evaluate(() => ({
    rows: [...document.querySelectorAll('#rows tr')].map((row) => row.cells[1].textContent + row.cells[0].textContent),
    bars: Object.fromEntries([...document.querySelectorAll('#picture rect')].map((bar) => [bar.dataset.hour, Number(bar.dataset.count)])),
    heights: [...document.querySelectorAll('#picture rect')].map((bar) => [Number(bar.dataset.count), bar.height.baseVal.value]),
    problem: document.getElementById('problem').textContent,
  }));

/** Returns what the API returns, by other means. */
async function truth(filter) {
  const [rows, bars] = [[], {}];
  for await (const { attributes } of admin.events.query({ orgId: server.orgId, limit: 500, ...filter })) {
    rows.push(attributes.action + attributes.time.replace('T', ' ').slice(0, 19));
    const hour = `${attributes.time.slice(0, 13).replace('T', ' ')}h`;
    bars[hour] = (bars[hour] ?? 0) + 1;
  }
  return { rows, bars };
}

/** Returns a time in the format of its field. Chromium runs in the time zone of this machine. */
const local = (time) => new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);

test('the page opens offline and sends no request to the network', async () => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await browser.context.setOffline(true);
  await show({ Action: 'user_login' });
  await loadAll();
  const { rows, bars } = await shown();
  await browser.context.setOffline(false);
  assert.deepEqual(asked, []);
  assert.ok(rows.length > 100 && rows.every((row) => row.startsWith('user_login2')), `${rows.length}`);
  assert.equal(Object.values(bars).reduce((sum, count) => sum + count), rows.length);
});

test('each filter shows the rows and the chart that the API returns', async () => {
  await connect();
  const [some] = (await admin.events.query({ orgId: server.orgId, limit: 1, action: 'user_login' })).items;
  const [from, to] = [new Date('2026-01-01T06:00:00Z'), new Date('2026-01-01T18:00:00Z')];
  const seen = new Set();
  for (const [fields, filter] of [
    [{}, {}],
    [{ Action: 'user_login' }, { action: 'user_login' }],
    [{ 'Account of the actor': some.attributes.actor.id }, { actor: [some.attributes.actor.id] }],
    [{ Text: 'notes' }, { q: 'notes' }],
    [{ From: local(from), To: local(to) }, { from, to }],
  ]) {
    await show(fields);
    await loadAll();
    const { rows, bars, heights, problem } = await shown();
    const expected = await truth(filter);
    assert.ok(rows.length > 0, JSON.stringify(fields));
    assert.deepEqual({ rows, bars, problem }, { ...expected, problem: '' }, JSON.stringify(fields));
    const most = Math.max(...Object.values(bars));
    for (const [count, height] of heights) assert.ok(Math.abs(height - (120 * count) / most) < 0.01);
    seen.add(rows.join());
  }
  assert.equal(seen.size, 5);
});

test('pages are loaded one by one', async () => {
  // Another address makes another client, which does not count earlier requests and need not wait.
  await connect({ baseUrl: `${server.baseUrl}/` });
  await show({});
  await settled();
  assert.equal((await shown()).rows.length, 250);
  await page.getByRole('button', { name: 'Load more' }).press('Enter');
  await page.getByText('500 events, and there are more').waitFor();
  assert.equal((await shown()).rows.length, 500);
});

test('a new filter aborts the requests of the previous one', async () => {
  const control = (faults) => fetch(`${server.baseUrl}/_simulator/faults`, { method: 'PUT', body: JSON.stringify(faults) });
  await control(['hang:operation=getEvents']);
  const hanging = page.waitForRequest(/\/events\?/);
  await show({});
  const request = await hanging;
  await control([]);
  const stopped = page.waitForEvent('requestfailed', (failed) => failed === request);
  await show({ Action: 'user_login' });
  assert.equal((await stopped).failure().errorText, 'net::ERR_ABORTED');
  await loadAll();
  const { rows, problem } = await shown();
  assert.deepEqual([rows, problem], [(await truth({ action: 'user_login' })).rows, '']);
});

test('errors are shown, and the key is stored nowhere', async () => {
  await connect({ apiKey: 'a-wrong-key' });
  await show({});
  await settled();
  const { problem, rows } = await shown();
  assert.match(problem, /^UnauthorizedError: orgs\.list: /);
  assert.deepEqual(rows, []);
  const kept = await page.evaluate(async () => [
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    location.href,
    await indexedDB.databases(),
  ]);
  assert.deepEqual(kept, [{}, {}, '', `${files.url}/`, []]);
});

test('every control has an accessible name, and the console has no errors', async () => {
  const unnamed = await page.evaluate(() =>
    [...document.querySelectorAll('input, button, svg, table')].filter((element) => {
      const name = element.labels?.[0]?.textContent ?? element.caption?.textContent ?? document.getElementById(element.getAttribute('aria-labelledby'))?.textContent;
      return !(name ?? element.textContent).trim();
    }).map((element) => element.id),
  );
  assert.deepEqual(unnamed, []);
  // Chromium reports the refused request of the previous test. It would also report a violation of
  // the policy.
  assert.deepEqual(problems.filter((text) => !/401 \(Unauthorized\)|favicon|404/.test(text)), []);
});
