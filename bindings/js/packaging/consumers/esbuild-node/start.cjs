'use strict';

// The file alone, without the folder that holds the package.
const { rmSync } = require('node:fs');

rmSync('node_modules', { recursive: true });
const { handler } = require('./dist/lambda.cjs');
handler().then((report) => console.log(JSON.stringify(report)));
