// Node prints no key and no address of a client, its errors and its findings.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as atlassian from 'atlassian-admin';
import { found } from './secrets/canary.mjs';
import { NAMES, operationsOf } from './secrets/tour.mjs';

const print = (...args) =>
  spawnSync(process.execPath, [fileURLToPath(new URL('secrets/print.mjs', import.meta.url)), ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });

test('the canary is found in every form', () => {
  for (const text of ['Canary-key', '%63%61%6E%61%72%79', '\\u0063\\u0061\\u006e\\u0061\\u0072\\u0079', '63 61 6e 61 72 79', '[99,97,110,97,114,121]', '{"0":99,"1":97,"2":110,"3":97,"4":114,"5":121}', btoa('canary-key'), btoa(':canary-key'), btoa('a:canary')]) {
    assert.ok(found(text), text);
  }
  assert.equal(found(`${btoa('can ary')} 63 61`), undefined);
});

test('no operation prints the key or the address, whatever its outcome', async () => {
  const { status, stdout, stderr } = print();
  assert.equal(status, 0, stderr.slice(-2000));
  const result = JSON.parse(stdout.trim().split('\n').at(-1));
  assert.deepEqual(result.sent, await operationsOf(atlassian));
  assert.deepEqual(result.names, NAMES);
  assert.ok(stderr.includes('OutcomeUnknownError'), 'errors were printed');
  for (const text of [stdout, stderr]) assert.equal(found(text), undefined);
});

test('an unhandled rejection prints neither key nor address', () => {
  const { status, stdout, stderr } = print('neglect');
  assert.equal(status, 1);
  assert.match(stderr, /OutcomeUnknownError/);
  assert.equal(found(stdout + stderr), undefined);
  // Node prints the line that threw. It must not be the one with the whole module.
  assert.ok(stderr.length < 10_000, `${stderr.length} characters`);
});
