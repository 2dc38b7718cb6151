// The programs of the package's README: each compiles as it is, and those for Node run.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compile } from './compile.mjs';
import { simulate } from './simulator.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```(\w+)( no-run)?\n([^]*?)^```$/gm)].map(([, language, still, code]) => ({ language, still, code }));
const programs = blocks
  .filter(({ language }) => /^c?js$/.test(language))
  .map(({ language, still, code }, index) => ({ name: `program${index}.${language === 'js' ? 'm' : 'c'}js`, still, code: whole(code) }));

let folder;
let server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/atlassian-admin'), 'dir');
  for (const { name, code } of programs) {
    writeFileSync(join(folder, name), code);
  }
  server = await simulate('--accounts', '60', '--events', '300', '--no-rate-limits');
});

after(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Returns a block that continues with the client of an earlier one, together with that one. */
function whole(code) {
  if (code.includes('AdminClient')) {
    return code;
  }
  return `import { AdminClient } from 'atlassian-admin';
const admin = await AdminClient.create({
  apiKey: process.env.ATLASSIAN_ADMIN_API_KEY,
  baseUrl: process.env.ATLASSIAN_ADMIN_BASE_URL,
});
const orgId = process.env.ATLASSIAN_ADMIN_ORG_ID ?? '';
const directoryId = process.env.ATLASSIAN_ADMIN_DIRECTORY_ID ?? '';
${code}
admin.close();
`;
}

test('the programs are TypeScript', () => {
  const typed = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    for (const { name, code } of programs) {
      writeFileSync(join(typed, name.replace('.mjs', '.mts')), code);
    }
    writeFileSync(join(typed, 'forge.d.ts'), "declare module '@forge/api' {\n  const api: { fetch: typeof fetch };\n  export default api;\n}\n");
    assert.equal(compile(typed), '');
  } finally {
    rmSync(typed, { recursive: true });
  }
});

/** The output of each program that runs, in their order. */
const expected = [
  /^\S+@\S+\n/,
  /\S/,
  /^50 \S+ \{[^]*\n\d+\n$/,
  /^(\S+ \w+\n){300}$/,
  /^false 0\n$/,
  /^404 ADMIN-404-2 orgs\.get /,
  /^[\w-]{36}\n$/,
  /^orgs\.list: data\[0\]\.id is a number, not text\n1\n1 ListPage \{/,
  /^GET https:.*\n0\n$/,
  /^1\n$/,
];
const running = programs.filter(({ still }) => !still);
test('each program has an expectation', () => assert.equal(running.length, expected.length));

for (const [index, { name, code }] of running.entries()) {
  test(`a program runs: ${code.trim().split('\n').at(0)} (${name})`, async () => {
    const env = {
      ...process.env,
      ATLASSIAN_ADMIN_API_KEY: server.apiKey,
      ATLASSIAN_ADMIN_BASE_URL: server.baseUrl,
      ATLASSIAN_ADMIN_ORG_ID: server.orgId,
      ATLASSIAN_ADMIN_DIRECTORY_ID: server.directoryId,
    };
    const { stdout, stderr } = await run(process.execPath, [name], { cwd: folder, env });
    assert.equal(stderr, '');
    assert.match(stdout, expected[index]);
  });
}

test('the manifest of the extension is valid', () => {
  const [manifest, ...others] = blocks.filter(({ language }) => language === 'json').map(({ code }) => JSON.parse(code));
  assert.deepEqual(others, []);
  assert.equal(manifest.manifest_version, 3);
  assert.match(manifest.content_security_policy.extension_pages, /'wasm-unsafe-eval'/);
});
