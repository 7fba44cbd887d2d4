// Packs the command line, as bundled, into one archive that npm installs without anything else:
// `oncall-VERSION.tgz`, in dist/ or in the folder named.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, '../..');
const dist = join(here, 'dist');
const [given = dist] = process.argv.slice(2).filter((word) => word !== '--');
const destination = resolve(process.env.INIT_CWD ?? '.', given);

const staged = mkdtempSync(join(tmpdir(), 'oncall-pack-'));
process.on('exit', () => rmSync(staged, { recursive: true }));

const { engines } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
// What only the workspace needs is no part of what is installed: all dependencies are bundled.
const {
  private: _,
  scripts,
  dependencies,
  devDependencies,
  ...manifest
} = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const files = ['bin', 'dist', '.pre-commit-hooks.yaml'];
const man = readdirSync(join(dist, 'man')).map((name) => `dist/man/${name}`);
const installed = { ...manifest, engines, files, man };
writeFileSync(join(staged, 'package.json'), `${JSON.stringify(installed, undefined, 2)}\n`);

cpSync(join(here, 'bin'), join(staged, 'bin'), { recursive: true });
for (const name of ['LICENSE', 'README.md', '.pre-commit-hooks.yaml']) {
  cpSync(join(repository, name), join(staged, name));
}
const bundled = readdirSync(dist, { withFileTypes: true }).filter(
  (entry) =>
    (entry.isFile() && !entry.name.endsWith('.tgz')) || ['diagnostics', 'man'].includes(entry.name),
);
for (const { name } of bundled) {
  cpSync(join(dist, name), join(staged, 'dist', name), { recursive: true });
}

mkdirSync(destination, { recursive: true });
const { status, stdout, stderr } = spawnSync(
  'npm',
  ['pack', '--silent', '--ignore-scripts', '--pack-destination', destination],
  { cwd: staged, encoding: 'utf8', shell: process.platform === 'win32' },
);
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
console.log(join(destination, stdout.trim()));
