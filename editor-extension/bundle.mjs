// Bundles the extension into dist/, or another folder that is named: the client and the server, each for a machine and for a
// browser; the script of the preview; and what other folders keep: grammar, pages of diagnostics.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const repository = dirname(here);
const dist = process.argv[2] ?? join(here, 'dist');
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));

const options = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: 'ascii',
  conditions: ['source'],
  legalComments: 'none',
  define: { __VERSION__: JSON.stringify(version) },
  logLevel: 'warning',
};
const onMachine = {
  ...options,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  external: ['vscode'],
};
const inBrowser = { ...options, platform: 'browser', target: 'es2022' };

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
// The package says nothing of modules, and what is bundled is none.
await Promise.all([
  build({ ...onMachine, entryPoints: ['src/extension.ts'], outfile: join(dist, 'extension.js') }),
  build({ ...onMachine, entryPoints: ['src/server.ts'], outfile: join(dist, 'server.js') }),
  build({
    ...inBrowser,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['src/web/extension.ts'],
    outfile: join(dist, 'web/extension.js'),
  }),
  build({
    ...inBrowser,
    format: 'iife',
    entryPoints: ['src/web/server.ts'],
    outfile: join(dist, 'web/server.js'),
  }),
  build({
    ...inBrowser,
    format: 'iife',
    entryPoints: ['src/preview/page.ts'],
    outfile: join(dist, 'preview.js'),
  }),
]);

for (const name of ['oncall.tmLanguage.json', 'language-configuration.json']) {
  const value = JSON.parse(readFileSync(join(repository, 'grammar', name), 'utf8'));
  writeFileSync(join(dist, name), JSON.stringify(value));
}
cpSync(join(repository, 'docs/diagnostics'), join(dist, 'diagnostics'), { recursive: true });
