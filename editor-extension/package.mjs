// Packs what is bundled in dist/, or another folder that is named, into oncall.vsix there: the same
// bytes for the same sources.
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const limit = 1_000_000;
const here = dirname(fileURLToPath(import.meta.url));
const dist = process.argv[2] ?? join(here, 'dist');
const file = join(dist, 'oncall.vsix');
const staged = join(dist, 'staged');

rmSync(staged, { recursive: true, force: true });
rmSync(file, { force: true });
mkdirSync(staged);
// What only the workspace needs to know is no part of what is installed.
const {
  private: _,
  scripts,
  files,
  devDependencies,
  ...manifest
} = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
writeFileSync(join(staged, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
cpSync(join(dirname(here), 'LICENSE'), join(staged, 'LICENSE'));
for (const name of ['README.md', 'CHANGELOG.md', ...files]) {
  const from = name.startsWith('dist/') ? join(dist, name.slice('dist/'.length)) : join(here, name);
  cpSync(from, join(staged, name), { recursive: true });
}

// Files in an archive bear a time; vsce takes it from here.
process.env.SOURCE_DATE_EPOCH ??= '315532800';
await createVSIX({
  cwd: staged,
  packagePath: file,
  dependencies: false,
  allowMissingRepository: true,
});
rmSync(staged, { recursive: true });

const { size } = statSync(file);
console.log(`${file}: ${size} bytes`);
if (size > limit) {
  console.error(`That is more than ${limit}.`);
  process.exit(1);
}
