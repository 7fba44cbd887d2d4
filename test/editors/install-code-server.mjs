// Installs code-server, which is VS Code in a browser, into the cache folder: from the npm registry,
// and with what Debian has (a compiler, python3, libkrb5-dev, ripgrep).
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The last version that runs on Node 20; it holds VS Code 1.100.
const { version, entry } = JSON.parse(
  readFileSync(new URL('code-server.json', import.meta.url), 'utf8'),
);
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
const folder = join(cache, `code-server-${version}`);

const unfinished = `${folder}.unfinished`;
const server = join(unfinished, 'node_modules/code-server');
const vscode = join(server, 'lib/vscode');

if (!existsSync(join(folder, entry))) install();
console.log(`code-server ${version} is in ${folder}`);

function install() {
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
  // What the scripts of these packages would download is built here, or is not needed.
  const npm = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
  run('npm', [...npm, `code-server@${version}`], unfinished);
  run('npm', npm, vscode);
  run('npm', npm, join(vscode, 'extensions'));
  symlinkSync('node_modules', join(vscode, 'node_modules.asar'));
  const ripgrep = join(vscode, 'node_modules/@vscode/ripgrep/bin');
  mkdirSync(ripgrep, { recursive: true });
  symlinkSync(run('sh', ['-c', 'command -v rg'], unfinished).trim(), join(ripgrep, 'rg'));
  build(join(unfinished, 'node_modules/argon2'));
  for (const name of ['@vscode/spdlog', 'native-watchdog', 'node-pty']) {
    build(join(vscode, 'node_modules', name));
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/** Against the headers of the Node that runs this. */
function build(folder) {
  if (existsSync(join(folder, `prebuilds/${process.platform}-${process.arch}`))) return;
  const { binary } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const headers = `--nodedir=${dirname(dirname(process.execPath))}`;
  if (binary === undefined) run(process.execPath, [gyp(), 'rebuild', headers], folder);
  else
    run('npx', ['--no-install', 'node-pre-gyp', 'install', '--build-from-source', headers], folder);
}

/** The node-gyp that comes with npm. */
function gyp() {
  return join(run('npm', ['root', '--global']).trim(), 'npm/node_modules/node-gyp/bin/node-gyp.js');
}

function run(command, options, cwd) {
  try {
    return execFileSync(command, options, {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    console.error(`${command} ${options.join(' ')} failed:\n${error.stdout}\n${error.stderr}`);
    process.exit(1);
  }
}
