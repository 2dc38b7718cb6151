// Bun's install script puts its program in place; `npm ci` here ran no scripts.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const own = `@oven/bun-${process.platform}-${process.arch === 'arm64' ? 'aarch64' : process.arch}/bin/bun`;
const bun = createRequire(import.meta.url).resolve(own);
process.exitCode = spawnSync(bun, ['run', 'main.ts'], { stdio: 'inherit' }).status ?? 1;
