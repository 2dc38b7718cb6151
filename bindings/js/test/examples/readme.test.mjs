// The JavaScript of the project's README and guides: programs run, and each excerpt is still in
// its example.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { AdminClient } from 'atlassian-admin';
import { browse } from '../chromium.mjs';
import { pages as site } from '../../../../docs/.vitepress/pages.mjs';
import { compile } from '../compile.mjs';
import { simulate } from '../simulator.mjs';
import { place, root } from './place.mjs';

const pages = ['README.md', 'docs/guides/javascript-hosts.md'];
const readme = pages.map((page) => readFileSync(join(root, page), 'utf8')).join('\n');
let copy;
let server;

before(async () => {
  copy = place('node-review-access');
  server = await simulate('--accounts', '50', '--events', '300', '--no-rate-limits');
});

after(() => {
  server?.stop();
  copy?.remove();
});

/** Returns the one block of code that contains this text. */
function block(part) {
  const blocks = [...readme.matchAll(/```\w+\n([^]*?)```/g)].map(([, code]) => code).filter((code) => code.includes(part));
  assert.equal(blocks.length, 1, part);
  return blocks[0];
}

/** Runs a program of the README where the package is installed. */
function run(name, code, environment = {}) {
  writeFileSync(join(copy.folder, name), code);
  return spawn(process.execPath, [name], {
    cwd: copy.folder,
    env: { ATLASSIAN_ADMIN_API_KEY: server.apiKey, ATLASSIAN_ADMIN_BASE_URL: server.baseUrl, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Returns the logins, by other means. */
async function logins() {
  const admin = await AdminClient.create({ apiKey: server.apiKey, baseUrl: server.baseUrl });
  const events = [];
  for await (const event of admin.events.stream({ orgId: server.orgId })) {
    if (event.attributes.action === 'user_login') events.push(event);
  }
  admin.close();
  return events;
}

test('the program for Node lists the logins', async () => {
  const program = run('quickstart.mjs', block('RateLimitError'));
  const [out, stderr] = await Promise.all([text(program.stdout), text(program.stderr)]);
  const expected = (await logins()).map(({ id, message }) => `${id} ${message.content}`);
  assert.ok(expected.length > 10);
  assert.deepEqual([out.trim().split('\n').sort(), stderr], [expected.sort(), '']);
});

test('the program for Node names the problem with the key', async () => {
  const program = run('quickstart.mjs', block('RateLimitError'), { ATLASSIAN_ADMIN_API_KEY: 'a-wrong-key' });
  const [out, stderr] = await Promise.all([text(program.stdout), text(program.stderr)]);
  assert.equal(out, '');
  assert.match(stderr, /key/);
  assert.doesNotMatch(stderr, /a-wrong-key|\n +at /);
});

test('the programs are TypeScript', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    writeFileSync(join(folder, 'quickstart.mts'), block('RateLimitError'));
    writeFileSync(join(folder, 'proxy.mts'), block('createServer'));
    assert.equal(compile(folder), '');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the web page receives the logins through the proxy, and nothing else', async () => {
  writeFileSync(join(copy.folder, 'index.html'), block('<script type="module">'));
  const port = await freePort();
  const proxy = run('proxy.mjs', block('createServer'), { PORT: String(port) });
  const { context, close } = await browse();
  try {
    const url = `http://127.0.0.1:${port}`;
    await reachable(url);
    const page = await context.newPage();
    const sent = [];
    page.on('request', (request) => sent.push(request));
    await page.goto(url);
    const expected = (await logins()).map(({ message }) => message.content).sort();
    await page.waitForFunction((count) => document.querySelectorAll('br').length === count, expected.length);
    const shown = await page.evaluate(() => document.body.innerText.trim().split('\n'));
    assert.deepEqual(shown.sort(), expected);
    assert.ok(sent.every((request) => request.url().startsWith(url) && !('authorization' in request.headers())));

    for (const [path, init, status] of [
      ['/admin/v1/orgs', {}, 200],
      [`/admin/v1/orgs/${server.orgId}/users`, {}, 404],
      ['/admin/v1/orgs', { method: 'POST', body: '{}' }, 404],
      ['/proxy.mjs', {}, 404],
      ['/constructor', {}, 404],
      ['/admin/v1/orgs/nobody/events', {}, 404],
    ]) {
      assert.equal((await fetch(url + path, init)).status, status, path);
    }
    const own = `127.0.0.1:${port}`;
    for (const [headers, status] of [
      [{ host: own }, 200],
      [{ host: own, origin: url }, 200],
      [{ host: `localhost:${port}` }, 200],
      [{ host: 'rebound.example.com' }, 403],
      [{ host: `rebound.example.com:${port}` }, 403],
      [{ host: `rebound.example.com:${port}`, origin: `http://rebound.example.com:${port}` }, 403],
      [{ host: own, origin: 'https://elsewhere.example.com' }, 403],
      [{ host: own, origin: 'null' }, 403],
      [{ host: own, origin: `http://localhost:${port}` }, 403],
    ]) {
      for (const path of ['/admin/v1/orgs', '/']) {
        assert.equal(await statusOf(`${url}${path}`, headers), status, `${path} ${JSON.stringify(headers)}`);
      }
    }
  } finally {
    proxy.kill();
    await close();
  }
});

test('each excerpt occurs in its example', () => {
  const excerpts = [...readme.matchAll(/<!-- from (\S+) -->\n```\w+\n([^]*?)```/g)];
  assert.equal(excerpts.length, 3);
  for (const [, file, code] of excerpts) {
    const lines = readFileSync(join(root, file), 'utf8').split('\n').map((line) => line.trim());
    let from = 0;
    // The excerpt has lines of the example in this order, and may leave out lines between them.
    for (const line of code.trim().split('\n').map((line) => line.trim())) {
      const at = lines.indexOf(line, from);
      assert.notEqual(at, -1, `${file} has no longer: ${line}`);
      from = at + 1;
    }
  }
});

test('links of documents lead to files', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'crates/native/guide/handles.md'];
  for (const folder of ['docs', 'docs/guides', 'docs/reference']) {
    documents.push(...readdirSync(join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`));
  }
  let links = 0;
  for (const document of documents) {
    const text = readFileSync(join(root, document), 'utf8');
    for (const [, path] of text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)) {
      links += 1;
      assert.ok(existsSync(join(root, dirname(document), path)), `${document}: ${path}`);
    }
  }
  assert.ok(links > 15, `${links} links`);
});

test('each page of the site is its document, or includes it', () => {
  for (const [document, page] of site) {
    const file = `docs/${page}.md`;
    if (document === file) {
      assert.ok(existsSync(join(root, file)), file);
      continue;
    }
    const included = [...readFileSync(join(root, file), 'utf8').matchAll(/<!--@include: (\S+?)-->/g)];
    assert.deepEqual(included.map(([, path]) => join(dirname(file), path)), [document], file);
  }
});

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Returns the status of a response. `fetch` would not send these headers. */
async function statusOf(url, headers) {
  const [response] = await once(get(url, { headers }), 'response');
  response.resume();
  return response.statusCode;
}

/** Waits until a server responds there. */
async function reachable(url) {
  while (!(await fetch(url).then(() => true, () => false)));
}
