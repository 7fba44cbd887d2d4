#!/usr/bin/env node
// `oncall lsp` under the name that editors look for.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const built = join(__dirname, '..', 'dist', 'oncall.js');
if (existsSync(built)) {
  require(built).start(['lsp', ...process.argv.slice(2)]);
} else {
  process.stderr.write('oncall is not built yet: run `pnpm build` in its repository.\n');
  process.exitCode = 70;
}
