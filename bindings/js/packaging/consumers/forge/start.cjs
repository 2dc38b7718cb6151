'use strict';

// Calls the deployed file as a web trigger does, from a folder with nothing else in it.
const { copyFileSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const folder = mkdtempSync(join(tmpdir(), 'atlassian-admin-forge-'));
const deployed = join(folder, 'index.cjs');
copyFileSync('dist/index.cjs', deployed);
const { run } = require(deployed);
rmSync(folder, { recursive: true });

const queryParameters = {
  apiKey: process.env.ATLASSIAN_ADMIN_API_KEY,
  baseUrl: process.env.ATLASSIAN_ADMIN_BASE_URL,
  orgId: process.env.ATLASSIAN_ADMIN_ORG_ID,
  directoryId: process.env.ATLASSIAN_ADMIN_DIRECTORY_ID,
};
run({ queryParameters }).then(({ body }) => console.log(body));
