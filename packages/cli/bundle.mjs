// Bundles the command line into dist/: one file a part, so that a command loads only what it
// needs; the code that V8 compiles from them; the pages of diagnostics; the database's WebAssembly;
// the licences of what is bundled.
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { licencesOf } from './licences.mjs';

const here = dirname(fileURLToPath(import.meta.url));
// Built beside and then moved, so that whoever runs the one before is not disturbed.
const final = join(here, 'dist');
mkdirSync(final, { recursive: true });
const dist = mkdtempSync(join(here, 'dist', '.build-'));
process.on('exit', () => rmSync(dist, { recursive: true }));
const repository = join(here, '..', '..');
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));

const parts = {
  main: join(here, 'src/main.ts'),
  language: '@oncall/language',
  simulator: '@oncall/simulator',
  pictures: '@oncall/simulator/pictures',
  compiler: '@oncall/compiler',
  'local-service': '@oncall/local-service',
  'language-server': '@oncall/language-server',
  'aws-sdk': join(here, 'src/aws/sdk.ts'),
};

/** Where one part imports another, the bundled file is loaded when it comes to that. */
const boundaries = (own) => ({
  name: 'boundaries',
  setup({ onResolve }) {
    onResolve({ filter: /^@oncall\/[^/]+$|\/pictures$|\/sdk\.ts$/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      const part = path.endsWith('/sdk.ts') ? 'aws-sdk' : path.replace(/^.*\//, '');
      return part === own ? undefined : { path: `./${part}.js`, external: true };
    });
  },
});

const options = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  conditions: ['source'],
  mainFields: ['module', 'main'],
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // Parts are run as scripts, which have no import().
  supported: { 'dynamic-import': false },
  define: { __VERSION__: JSON.stringify(version) },
  absWorkingDir: here,
  metafile: true,
  logLevel: 'warning',
};

// The package is of ES modules, what is bundled is not: those start slower.
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
await build({
  ...options,
  entryPoints: [join(here, 'src/start.ts')],
  outfile: join(dist, 'oncall.js'),
  footer: { js: 'if(require.main===module)module.exports.start();' },
});
const built = await Promise.all(
  Object.entries(parts).map(([part, entry]) =>
    build({
      ...options,
      entryPoints: [entry],
      outfile: join(dist, `${part}.js`),
      plugins: [boundaries(part)],
    }),
  ),
);

const metafiles = built.map(({ metafile }) => metafile);
writeFileSync(join(dist, 'third-party-licences.txt'), licencesOf(metafiles, here));

cpSync(join(repository, 'docs/diagnostics'), join(dist, 'diagnostics'), { recursive: true });
const sqlite = createRequire(import.meta.url).resolve('node-sqlite3-wasm');
cpSync(sqlite.replace(/\.js$/, '.wasm'), join(dist, 'node-sqlite3-wasm.wasm'));

spawnSync(process.execPath, [join(dist, 'oncall.js'), 'manual', join(dist, 'man')]);

// Taken after some runs, the compiled code holds the functions that runs use. Of parts that lint
// loads, it is that of lint alone: to read what only others use would cost each start more.
const acme = join(repository, 'examples/acme');
const state = mkdtempSync(join(tmpdir(), 'oncall-build-'));
const warmUp = `
  const { codeOf, load, scripts } = require('./oncall.js');
  const { main } = load('./main.js');
  const [acme, state] = process.argv.slice(1);
  const kept = new Set();
  const keep = () => {
    for (const [name, script] of scripts) {
      if (!kept.has(name)) {
        require('node:fs').writeFileSync(codeOf(name), script.createCachedData());
      }
      kept.add(name);
    }
  };
  process.on('exit', keep);
  main(['lint', acme])
    .then(keep)
    .then(() => main(['test', acme]))
    .then(() => main(['plan', acme, '--local', state]))
    .then(() => main(['lsp']));
`;
const uri = pathToFileURL(join(acme, 'project.oncall')).href;
// With a mistake, so that there is something to publish.
const text = `${readFileSync(join(acme, 'project.oncall'), 'utf8')}plan mistaken < >\n`;
const session = spawn(process.execPath, ['-e', warmUp, acme, state], {
  cwd: dist,
  stdio: ['pipe', 'pipe', 'ignore'],
  timeout: 60_000,
});
const say = (...messages) => {
  for (const message of messages) {
    const json = JSON.stringify({ jsonrpc: '2.0', ...message });
    session.stdin.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  }
};
say(
  { id: 1, method: 'initialize', params: { rootUri: pathToFileURL(acme).href, capabilities: {} } },
  { method: 'initialized', params: {} },
  { method: 'textDocument/didOpen', params: { textDocument: { uri, version: 1, text } } },
);
let heard = '';
for await (const chunk of session.stdout) {
  if (heard.includes('publishDiagnostics')) continue;
  heard += chunk;
  // At the end of its input, or told to exit, the server would not look at the text any more.
  if (heard.includes('publishDiagnostics')) say({ id: 2, method: 'shutdown' }, { method: 'exit' });
}
rmSync(state, { recursive: true });

for (const name of readdirSync(final)) {
  if (name.endsWith('.code')) rmSync(join(final, name));
}
for (const name of readdirSync(dist)) {
  const place = join(final, name);
  if (name === 'diagnostics' || name === 'man') rmSync(place, { recursive: true, force: true });
  renameSync(join(dist, name), place);
}
