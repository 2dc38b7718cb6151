// Facts that the core has as well: each is compared with its source in Rust.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { AdminClient } from 'atlassian-admin';

const core = (path) => readFileSync(new URL(`../../../crates/core/src/${path}`, import.meta.url), 'utf8');
const own = (path) => readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8');

test('the headers that are refused are those of the core', () => {
  const [, list] = /const OWN: &\[&str\] = &\[([^\]]*)\]/.exec(core('client/headers.rs'));
  const names = Array.from(list.matchAll(/"([\w-]+)"/g), ([, name]) => name);
  assert.ok(names.length > 10, `${names}`);
  for (const name of names) {
    assert.throws(() => new AdminClient({ apiKey: 'key', headers: { [name]: 'x' } }), {
      message: `AdminClient: headers: ${name}: the client writes it itself; leave it out`,
    });
  }
  const [, refused] = /const OWN: ReadonlySet<string> = new Set\(\[([^\]]*)\]/.exec(own('headers.ts'));
  assert.deepEqual(Array.from(refused.matchAll(/'([\w-]+)'/g), ([, name]) => name), names);
});

test('waits look as often and as long as those of Rust', () => {
  const rust = Array.from(
    core('workflows/wait.rs').matchAll(/pub const (\w+): Self =\s+Self \{ interval: Duration::from_(\w+)\((\d+)\), timeout: Duration::from_secs\((\d+)\) \}/g),
    ([, name, unit, interval, timeout]) => [name.toLowerCase(), { intervalMs: interval * (unit === 'secs' ? 1000 : 1), timeoutMs: timeout * 1000 }],
  );
  const [, defaults] = /DEFAULTS = (\{[^;]*\}) as const;/.exec(own('workflows/wait.ts'));
  assert.deepEqual(Object.fromEntries(rust), Function(`return ${defaults}`)());
});
