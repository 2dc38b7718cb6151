'use strict';

// A CommonJS program that requires an ES module: it loads the package twice, and each copy
// recognizes the errors of the other.
const { NotFoundError } = require('atlassian-admin');
const { report } = require('./report.mjs');

report(NotFoundError).then((report) => console.log(JSON.stringify(report)));
