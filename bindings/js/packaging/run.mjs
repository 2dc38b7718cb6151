// Packs the package once, installs it in small projects of every kind, and runs each against a
// simulator.
//
//   node packaging/run.mjs            the consumers of each run of the tests
//   node packaging/run.mjs --further  all others
//   node packaging/run.mjs NAME…      these

import assert from 'node:assert/strict';
import { createInterface } from 'node:readline';
import { serveFiles } from '../test/chromium.mjs';
import { simulate } from '../test/simulator.mjs';
import { further, main } from './consumers.mjs';
import { command, pack, project, scratch, start, stop } from './project.mjs';

const AT_ONCE = 2;
const EVENTS = 1_200;
/** The policy of a careful site: only its own scripts, and no `eval`. */
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' http://127.0.0.1:*";

const { folder, remove } = scratch();
const open = await simulate('--accounts', '120', '--events', String(EVENTS), '--no-rate-limits', '--cors');
// Extensions and programs do not need CORS: their simulator does not allow it.
const closed = await simulate('--accounts', '120', '--events', String(EVENTS), '--no-rate-limits');

try {
  const { users, orgId } = await truth(closed);
  const expected = { users, events: EVENTS, org: orgId, error: 'NotFoundError', isNotFoundError: true };
  const tarball = await pack(folder);
  const waiting = chosen();
  const total = waiting.length;
  const failed = [];
  const work = async () => {
    for (let consumer = waiting.shift(); consumer; consumer = waiting.shift()) {
      const began = performance.now();
      const problem = await run(consumer, tarball).then(
        (report) => differs(report, expected),
        (error) => error.message,
      );
      console.log(`${problem ? 'FAILED' : 'ok    '}  ${consumer.name.padEnd(18)} ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s`);
      if (problem) {
        console.log(problem);
        failed.push(consumer.name);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  console.log(`${total - failed.length} of ${total} consumers passed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  open.stop();
  closed.stop();
  remove();
}

function chosen() {
  const names = process.argv.slice(2);
  if (names.length === 0) return [...main];
  if (names[0] === '--further') return [...further];
  return names.map((name) => {
    const consumer = [...main, ...further].find((consumer) => consumer.name === name);
    assert.ok(consumer, `there is no consumer ${name}`);
    return consumer;
  });
}

async function run({ name, project: source = name, kind, folder: built, browser = 'chromium' }, tarball) {
  const cwd = await project(source, folder, tarball, name);
  const { page, extension } = await import(`./${browser}.mjs`);
  switch (kind) {
    case 'program': {
      const text = await command('npm start --silent', [], { cwd, env: environment(closed) });
      return text.trim().split('\n').at(-1);
    }
    case 'page': {
      const site = await serveFiles(`${cwd}/${built}`, {}, { 'content-security-policy': POLICY });
      return page(site.url, settings(open)).finally(site.stop);
    }
    case 'dev': {
      const server = start('npm start --silent', [], { cwd });
      try {
        const [url] = /http:\/\/[\w.]+:\d+/.exec(await lineWith(server, 'http://'));
        return await page(url, settings(open));
      } finally {
        stop(server);
      }
    }
    case 'extension':
      return extension(`${cwd}/${built}`, settings(closed));
    default:
      throw new Error(`${name}: unknown kind ${kind}`);
  }
}

/** Returns the first line of a program's output that contains a text. */
async function lineWith(child, text) {
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes(text)) return line;
  }
  throw new Error(`the program ended before it printed ${JSON.stringify(text)}`);
}

function settings({ baseUrl, apiKey, orgId, directoryId }) {
  return { baseUrl, apiKey, orgId, directoryId };
}

function environment({ baseUrl, apiKey, orgId, directoryId }) {
  return {
    ATLASSIAN_ADMIN_BASE_URL: baseUrl,
    ATLASSIAN_ADMIN_API_KEY: apiKey,
    ATLASSIAN_ADMIN_ORG_ID: orgId,
    ATLASSIAN_ADMIN_DIRECTORY_ID: directoryId,
  };
}

/** Returns what each report must contain, requested without the package. */
async function truth({ baseUrl, apiKey, orgId, directoryId }) {
  const url = `${baseUrl}/admin/v2/orgs/${orgId}/directories/${directoryId}/users/count`;
  const { count } = await (await fetch(url, { headers: { authorization: `Bearer ${apiKey}` } })).json();
  return { users: count, orgId };
}

/** Returns how a report differs from the expected one, if it does. */
function differs(report, expected) {
  try {
    assert.deepEqual(JSON.parse(report), expected);
    return undefined;
  } catch (error) {
    return `its report is\n${report}\n${error.message}`;
  }
}
