import { readFile } from 'node:fs/promises';
import { EdgeRuntime } from 'edge-runtime';

const wasm_core = new WebAssembly.Module(await readFile('dist/core.wasm'));
const runtime = new EdgeRuntime({
  initialCode: await readFile('dist/middleware.js', 'utf8'),
  extend: (context) => Object.assign(context, { wasm_core }),
});
const settings = {
  apiKey: process.env.ATLASSIAN_ADMIN_API_KEY,
  baseUrl: process.env.ATLASSIAN_ADMIN_BASE_URL,
  orgId: process.env.ATLASSIAN_ADMIN_ORG_ID,
  directoryId: process.env.ATLASSIAN_ADMIN_DIRECTORY_ID,
};
const response = await runtime.dispatchFetch(`https://example.com/?${new URLSearchParams(settings)}`);
console.log(await response.text());
