'use strict';

// Runs the file alone, without a folder that has the package.
const { rmSync } = require('node:fs');

rmSync('node_modules', { recursive: true });
const { handler } = require('./dist/lambda.cjs');
handler().then((report) => console.log(JSON.stringify(report)));
