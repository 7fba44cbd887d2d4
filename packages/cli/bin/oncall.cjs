#!/usr/bin/env node
// Committed, so that a package manager finds it to link before anything is built.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const built = join(__dirname, '..', 'dist', 'oncall.js');
if (existsSync(built)) {
  require(built).start();
} else {
  process.stderr.write(
    'oncall is not built yet: run `npm start` or `pnpm build` in its repository.\n',
  );
  process.exitCode = 70;
}
