import { cpSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';

cpSync('public', 'dist', { recursive: true });

export default {
  input: { main: 'src/index.js' },
  output: { dir: 'dist' },
  plugins: [resolve({ browser: true })],
};
