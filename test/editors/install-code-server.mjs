// Installs code-server, which is VS Code in a browser, into the cache folder: from the npm registry,
// with what Debian has (a compiler, python3, ripgrep, libkrb5-dev). Prints where its entry lies.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The last that runs on Node 20; it holds VS Code 1.100.
const version = '4.100.3';
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
const folder = join(cache, `code-server-${version}`);
const server = join(folder, 'node_modules/code-server');
const vscode = join(server, 'lib/vscode');
const done = join(folder, 'installed');

if (!existsSync(done)) install();
console.log(join(server, 'out/node/entry.js'));

function install() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  // What the scripts of these packages would download is brought by other ways, or not needed.
  const npm = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
  run('npm', [...npm, `code-server@${version}`], folder);
  run('npm', npm, vscode);
  run('npm', npm, join(vscode, 'extensions'));
  symlinkSync('node_modules', join(vscode, 'node_modules.asar'));
  const ripgrep = join(vscode, 'node_modules/@vscode/ripgrep/bin');
  mkdirSync(ripgrep, { recursive: true });
  symlinkSync('/usr/bin/rg', join(ripgrep, 'rg'));
  build(join(folder, 'node_modules/argon2'));
  for (const name of ['@vscode/spdlog', 'native-watchdog', 'node-pty']) {
    build(join(vscode, 'node_modules', name));
  }
  writeFileSync(done, `${version}\n`);
}

/** Against the headers of the Node that runs this. */
function build(folder) {
  if (existsSync(join(folder, `prebuilds/${process.platform}-${process.arch}`))) return;
  const { binary } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [command, ...before] =
    binary === undefined
      ? [process.execPath, gyp(), 'rebuild']
      : ['npx', '--no-install', 'node-pre-gyp', 'install', '--build-from-source'];
  run(command, [...before, `--nodedir=${dirname(dirname(process.execPath))}`], folder);
}

/** The node-gyp that comes with npm. */
function gyp() {
  const modules = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
  return join(modules, 'npm/node_modules/node-gyp/bin/node-gyp.js');
}

function run(command, options, cwd) {
  try {
    execFileSync(command, options, { cwd, stdio: 'pipe', maxBuffer: 1 << 28 });
  } catch (error) {
    console.error(`${command} ${options.join(' ')} failed:`);
    console.error(String(error.stdout), String(error.stderr));
    process.exit(1);
  }
}
