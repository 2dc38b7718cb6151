// How the core is loaded.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AdminClient } from 'atlassian-admin';

test('the core is there without a look at what makes Node load its fetch', async () => {
  const looks = [];
  for (const name of ['Request', 'Response', 'Headers', 'FormData']) {
    const { get } = Object.getOwnPropertyDescriptor(globalThis, name);
    assert.equal(typeof get, 'function', `${name} is loaded already`);
    Object.defineProperty(globalThis, name, { configurable: true, get: () => looks.push(name) && undefined });
  }
  const admin = await AdminClient.create({ apiKey: 'key' });
  admin.close();
  assert.deepEqual(looks, []);
});
