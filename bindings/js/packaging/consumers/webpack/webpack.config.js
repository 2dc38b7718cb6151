'use strict';

const { cpSync } = require('node:fs');

cpSync('public', 'dist', { recursive: true });

module.exports = { mode: 'production', stats: 'errors-warnings', performance: { hints: false } };
