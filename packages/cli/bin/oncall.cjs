#!/usr/bin/env node
// Committed, so that a package manager finds it to link before anything is built. Old Nodes read it
// too, to be told that they are.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const [major, minor] = process.versions.node.split('.').map(Number);
const built = join(__dirname, '..', 'dist', 'oncall.js');
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`oncall needs Node 20.19 or later; this is ${process.versions.node}.\n`);
  process.exitCode = 69;
} else if (existsSync(built)) {
  require(built).start();
} else {
  process.stderr.write(
    'oncall is not built yet: run `npm start` or `pnpm build` in its repository.\n',
  );
  process.exitCode = 70;
}
