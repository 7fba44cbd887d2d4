#!/usr/bin/env node
// `oncall lsp` under the name that editors look for.
process.argv.splice(2, 0, 'lsp');
require('./oncall.cjs');
