'use strict';

// A CommonJS program that requires a module: the package is then there twice, and errors of the one are known to the other.
const { NotFoundError } = require('atlassian-admin');
const { report } = require('./report.mjs');

report(NotFoundError).then((report) => console.log(JSON.stringify(report)));
