// The README: its programs compile and run, and its tables match the package.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as exported from 'atlassian-admin';
import { build } from 'esbuild';
import { compile } from './compile.mjs';
import { blocks, names, project, readme, root, run, table } from './readme/readme.mjs';
import { program as cli, simulate } from './simulator.mjs';

const programs = blocks
  .filter(({ language }) => /^c?js$/.test(language))
  .map(({ language, still, code, section }, index) => ({
    name: `program${index}.${language === 'js' ? 'm' : 'c'}js`,
    isRun: !still && section !== 'Recipes',
    code: whole(code),
  }));

const { folder, remove } = project();
let server;
let env;

before(async () => {
  for (const { name, code } of programs) {
    writeFileSync(join(folder, name), code);
  }
  server = await simulate('--accounts', '60', '--events', '300', '--no-rate-limits');
  env = {
    ATLASSIAN_ADMIN_API_KEY: server.apiKey,
    ATLASSIAN_ADMIN_BASE_URL: server.baseUrl,
    ATLASSIAN_ADMIN_ORG_ID: server.orgId,
    ATLASSIAN_ADMIN_DIRECTORY_ID: server.directoryId,
  };
});

after(() => {
  server?.stop();
  remove();
});

/** Returns a block that continues with the client of an earlier one, together with that one. */
function whole(code) {
  if (code.includes('AdminClient')) {
    return code;
  }
  return `import { AdminClient } from 'atlassian-admin';
const admin = new AdminClient({
  apiKey: process.env.ATLASSIAN_ADMIN_API_KEY,
  baseUrl: process.env.ATLASSIAN_ADMIN_BASE_URL,
});
const orgId = process.env.ATLASSIAN_ADMIN_ORG_ID ?? '';
const directoryId = process.env.ATLASSIAN_ADMIN_DIRECTORY_ID ?? '';
${code}
admin.close();
`;
}

/** Other packages that programs import, as far as they use them. */
const OTHERS = `declare module '@forge/api' {
  const api: { fetch: typeof fetch };
  export default api;
}
declare module 'react' {
  export function useEffect(effect: () => void | (() => void), dependencies?: readonly unknown[]): void;
  export function useState<T>(initial: T): [T, (value: T) => void];
}
`;

test('the programs are TypeScript', () => {
  const typed = project();
  try {
    for (const { name, code } of programs) {
      // The types of some parameters are in comments, which only JavaScript reads.
      const isTyped = /@(param|type) /.test(code);
      writeFileSync(join(typed.folder, isTyped ? name : name.replace('.mjs', '.mts').replace('.cjs', '.cts')), code);
    }
    writeFileSync(join(typed.folder, 'others.d.ts'), OTHERS);
    symlinkSync(join(root, 'node_modules/undici-types'), join(typed.folder, 'node_modules/undici'), 'dir');
    assert.equal(compile(typed.folder), '');
  } finally {
    typed.remove();
  }
});

/** The output of each program that runs, in their order. */
const expected = [
  /^(suspended: \S+@\S+\n)+(2026-\S+Z \S+ \w+\n){5}$/,
  /^[^\n]+ 59\n$/,
  /^Example Corp\n$/,
  /^50 true\n9\n$/,
  /^(\S+ \w+\n){300}$/,
  /^404 ADMIN-404-2 orgs\.get /,
  /^[\w-]{36}\n$/,
  /^sent orgs\.list \nanswered orgs\.list 200\nfinished orgs\.list \n1 200 true\n$/,
  /^object\n$/,
  /^$/,
  /^orgs\.list: data\[0\]\.id is a number, not text\n1\n1 1\n$/,
  /^1\n$/,
];
const running = programs.filter(({ isRun }) => isRun);
test('each program has an expectation', () => assert.equal(running.length, expected.length));

for (const [index, { name, code }] of running.entries()) {
  test(`a program runs: ${code.trim().split('\n').at(0)} (${name})`, async () => {
    const { stdout, stderr } = await run(name, folder, env);
    assert.equal(stderr, '');
    assert.match(stdout, expected[index]);
  });
}

test('a checkpoint of the command line resumes in Node', async (t) => {
  const { stop, apiKey, baseUrl, orgId } = await simulate('--accounts', '60', '--events', '300', '--no-rate-limits');
  t.after(stop);
  const env = { ATLASSIAN_ADMIN_API_KEY: apiKey, ATLASSIAN_ADMIN_BASE_URL: baseUrl, ATLASSIAN_ADMIN_ORG_ID: orgId };
  const feed = programs.find(({ code }) => code.includes("readFile('audit.checkpoint'"));
  rmSync(join(folder, 'audit.checkpoint'), { force: true });
  const options = { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  const exports = execFileSync(cli, ['events', 'export', '--out', '-', '--checkpoint', 'audit.checkpoint'], options);
  assert.equal(exports.trim().split('\n').length, 300);
  assert.deepEqual(await run(feed.name, folder, env), { stdout: '', stderr: '' });
});

test('the table of errors has each exported class', () => {
  const classes = Object.keys(exported).filter((name) => name.endsWith('Error') && name !== 'AdminError');
  assert.deepEqual(table('class').map(([cell]) => names(cell)[0]).sort(), classes.sort());
});

/** The names that an error for an unknown option lists. */
async function known(act) {
  const { message } = await act().then(assert.fail, (error) => error);
  return /; known are (.*)$/.exec(message)[1].split(', ');
}

test('the tables of options have each option', async () => {
  const { AdminClient } = exported;
  const create = (options) => known(async () => new AdminClient({ apiKey: null, ...options }));
  const retry = (await create({ retry: { unknown: 1 } })).map((name) => `retry.${name}`);
  const options = table('option of the client').flatMap(([cell]) => names(cell));
  assert.deepEqual(options.sort(), [...(await create({ unknown: 1 })), ...retry].sort());

  const admin = new AdminClient({ apiKey: null, backend: { execute: () => ({ status: 200, body: '{}' }) } });
  const feed = table('option of `stream` and `follow`').flatMap(([cell]) => names(cell));
  assert.deepEqual(feed.filter((name) => name !== 'follow'), await known(() => admin.events.follow({ orgId: 'o', unknown: 1 }).next()));

  const sentence = /^Each call takes (.*?) as its second argument, and a list (`\w+`)/m.exec(readme);
  assert.deepEqual([...names(sentence[1]), ...names(sentence[2])], await known(() => admin.orgs.list({}, { unknown: 1 }).firstPage()));
  admin.close();
});

test('the table for programs of other clients names the operation of each request', () => {
  const rows = table('there').filter(([there]) => /^`[A-Z]+ \//.test(there));
  assert.equal(rows.length, 8);
  const operations = readFileSync(join(root, 'OPERATIONS.md'), 'utf8');
  for (const [there, here] of rows) {
    const [, operation] = /^`admin\.([\w.]+)\(/.exec(here);
    assert.ok(operations.includes(`| \`${operation}\` | ${there} |`), operation);
  }
});

test('the table of sizes is right, to three in a hundred', async () => {
  const dist = (name) => readFileSync(join(root, 'dist', name));
  const bundled = async (charset) => {
    const contents = "import { AdminClient } from './dist/index.js'; console.log(new AdminClient({ apiKey: null }).orgs.list());";
    const options = { stdin: { contents, resolveDir: root }, bundle: true, minify: true, format: 'esm', write: false };
    return [Buffer.from((await build({ ...options, charset })).outputFiles[0].contents)];
  };
  const files = [[dist('index.js')], [dist('slim.js'), dist('core_bg.wasm')], await bundled('utf8'), await bundled('ascii')];
  for (const [index, [form, ...cells]] of table('form').entries()) {
    for (const [column, compress] of [(bytes) => bytes, gzipSync, brotliCompressSync].entries()) {
      const size = files[index].reduce((sum, bytes) => sum + compress(bytes).length, 0) / 1000;
      const stated = Number(cells[column].replace(',', ''));
      assert.ok(Math.abs(stated / size - 1) < 0.03, `${form}: ${stated} kB, and it is ${size.toFixed(1)} kB`);
    }
  }
});

test('the manifest of the extension is valid', () => {
  const [manifest, ...others] = blocks.filter(({ language }) => language === 'json').map(({ code }) => JSON.parse(code));
  assert.deepEqual(others, []);
  assert.equal(manifest.manifest_version, 3);
  assert.match(manifest.content_security_policy.extension_pages, /'wasm-unsafe-eval'/);
});
