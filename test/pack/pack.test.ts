/** The packed command line, installed by npm from a folder with a space and with no registry. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Packed, packCli, run } from './packed.ts';

const examples = join(import.meta.dirname, '../../examples');
let packed: Packed;
let bin: string;

beforeAll(async () => {
  packed = await packCli();
  const prefix = join(packed.folder, 'installed by npm');
  const installed = await run('npm', ['install', '-g', '--prefix', prefix, packed.archive], {
    cwd: packed.folder,
    env: packed.env,
  });
  expect(installed).toMatchObject({ code: 0 });
  bin = join(prefix, 'bin');
}, 60_000);

afterAll(() => packed.remove());

describe('npm install -g', () => {
  it('installs one package, which names no other', () => {
    const modules = join(bin, '../lib/node_modules');
    expect(readdirSync(modules)).toEqual(['oncall']);
    expect(readdirSync(join(modules, 'oncall'))).not.toContain('node_modules');
    const manifest = JSON.parse(readFileSync(join(modules, 'oncall/package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: 'oncall', engines: { node: '>=20.19' } });
    for (const key of ['dependencies', 'devDependencies', 'scripts', 'private']) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  it('leaves no path of the machine that packed it', () => {
    const dist = join(bin, '../lib/node_modules/oncall/dist');
    const repository = join(import.meta.dirname, '../..');
    const files = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(50);
    const telling = files.filter((file) => readFileSync(file, 'latin1').includes(repository));
    expect(telling).toEqual([]);
  });

  it('puts the manual pages where man looks', () => {
    const pages = readdirSync(join(bin, '../share/man/man1'));
    expect(pages).toEqual(expect.arrayContaining(['oncall.1', 'oncall-lint.1']));
  });

  it('brings the licences of what is bundled', () => {
    const path = join(bin, '../lib/node_modules/oncall/dist/third-party-licences.txt');
    const text = readFileSync(path, 'utf8');
    for (const name of ['chevrotain', 'diff', 'node-sqlite3-wasm', 'vscode-languageserver']) {
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'));
    }
    expect(text).toContain('Apache License');
    expect(text).not.toMatch(/^@oncall\//m);
  });

  it('brings code compiled for this Node, and does without', async () => {
    const dist = join(packed.folder, 'a copy');
    cpSync(join(bin, '../lib/node_modules/oncall/dist'), dist, { recursive: true });
    const refused = `
      const { load, scripts } = require('./oncall.js');
      load('./main.js');
      console.log(JSON.stringify([...scripts.values()].map((it) => it.cachedDataRejected)));
    `;
    const told = async () => {
      const words = ['-e', refused];
      return (await run(process.execPath, words, { cwd: dist, env: packed.env })).stdout;
    };
    expect(await told()).toMatch(/^\[false(,false)*\]\n$/);
    for (const name of readdirSync(dist)) if (name.endsWith('.code')) rmSync(join(dist, name));
    expect(await told()).toMatch(/^\[null(,null)*\]\n$/);
    const words = [join(dist, 'oncall.js'), 'lint', join(examples, 'acme')];
    expect(await run(process.execPath, words, options())).toMatchObject({ code: 0 });
  });

  it.each([
    ['lint', join(examples, 'acme'), '--format', 'json'],
    ['test', join(examples, 'acme')],
    ['explain', 'dangling-contact'],
    ['who', join(examples, 'acme')],
  ])('runs oncall %s', async (...words) => {
    const ended = await installed(words);
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stdout).not.toBe('');
  });

  it('runs the service of this machine, which needs the database', async () => {
    const state = join(packed.folder, 'state');
    const words = [join(examples, 'quickstart'), '--local', state];
    expect(await installed(['apply', '--yes', ...words])).toMatchObject({ code: 0 });
    const { stdout } = await installed(['plan', ...words]);
    expect(stdout).toContain('Nothing to do');
  });

  it.each(['oncall', 'oncall-language-server'])('%s tells an old Node that it is', async (name) => {
    const words = (version: string) => {
      const versions = `{ ...process.versions, node: '${version}' }`;
      const old = `Object.defineProperty(process, 'versions', { value: ${versions} });`;
      const program = join(bin, '../lib/node_modules/oncall/bin', `${name}.cjs`);
      return ['-e', `${old} process.argv[2] = '--help'; require(${JSON.stringify(program)})`, 'x'];
    };
    for (const version of ['18.20.8', '20.18.3']) {
      expect(await run(process.execPath, words(version), options())).toEqual({
        code: 69,
        stdout: '',
        stderr: `oncall needs Node 20.19 or later; this is ${version}.\n`,
      });
    }
    expect(await run(process.execPath, words('20.19.0'), options())).toMatchObject({ code: 0 });
  });

  it('runs the language server, which ends with its input', async () => {
    const ended = await run(join(bin, 'oncall-language-server'), [], options());
    expect(ended.stderr).not.toContain('Cannot find');
    expect(ended.code).not.toBe(70);
  });
});

it('oncall-comment comes with it', async () => {
  const ended = await run(join(bin, 'oncall-comment'), ['--help'], options());
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('--change NUMBER') });
});

it.each([
  ['an archive named', (path: string) => ['--package', path, 'oncall']],
  ['an archive beside', (path: string) => [`./${basename(path)}`]],
])('npx runs %s without installing it', async (_how, named) => {
  const words = ['--yes', ...named(packed.archive), '--version'];
  expect(await run('npx', words, options())).toMatchObject({
    code: 0,
    stdout: (await installed(['--version'])).stdout,
  });
});

function installed(words: readonly string[]) {
  return run(join(bin, 'oncall'), words, options());
}

function options() {
  return { cwd: packed.folder, env: packed.env };
}
