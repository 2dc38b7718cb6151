'use strict';

// Builds with the bundler of `forge deploy`, into a folder of ours.
const { resolve } = require('node:path');
const { getNodeBundler } = require('@forge/bundler');
const webpack = require('webpack');

async function main() {
  const manifest = { readConfig: async () => ({ app: {} }) };
  const bundler = await getNodeBundler(console, undefined, manifest).getBundler();
  const [config] = await bundler.getConfigs({
    appDirectory: __dirname,
    entryPoints: [{ name: 'index', path: resolve('src/index.js') }],
  });
  config.output.path = resolve('dist');
  webpack(config).run((error, stats) => {
    if (error || stats.hasErrors() || stats.hasWarnings()) {
      console.error(error ?? stats.toString());
      process.exitCode = 1;
    }
  });
}

main();
