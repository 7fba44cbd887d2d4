/**
 * Prints ratios of time and memory, which hold on any machine, beside what they should be. Fails
 * where something does not run, never because of a number. `--quick` is for CI: the same with
 * fewer rounds.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchCalls } from './calls.mjs';
import { benchEditor } from './editor.mjs';
import { compare, peakMemory, spread, timed, timedProcess } from './measure.mjs';
import { line, report, section, shown } from './print.mjs';
import { project, twentyLines } from './project.mjs';
import { benchTime } from './time.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const oncall = join(here, '../packages/cli/dist/oncall.js');
if (!existsSync(oncall) || !existsSync(join(here, '../packages/language/dist/index.js'))) {
  console.error('Build first: pnpm build');
  process.exit(1);
}
const { analyze, createSourceFile } = await import('@oncall/language');

const quick = process.argv.includes('--quick');
const rounds = quick ? 3 : 25;
const roundsOfLongOnes = quick ? 1 : 11;
const folder = mkdtempSync(join(tmpdir(), 'oncall-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

const small = prepare('1,000 contacts', project(1_000));
const large = prepare('10,000 contacts', project(10_000));
const tiny = prepare('20 lines', twentyLines);
const tenFiles = prepare('10 files', project(100, 10));
const thousandFiles = prepare('1,000 files', project(10_000, 10));
const nothing = () => timedProcess(['-e', '0']);

console.log(`node ${process.version}, ${rounds} rounds, ${roundsOfLongOnes} of 10,000 contacts`);
console.log('median ratio, the least and the most of it; milliseconds are of this machine\n');
for (const { title, of } of [small, large]) {
  console.log(`${title}: ${of.files} files, ${of.lines} lines, ${of.bytes} bytes`);
}
console.log();
line('', 'ratio', 'least..most', 'aim', 'ms over ms');

section('In process, warm');
report('analysis over JSON.parse, 1,000', 'at most 5', () =>
  compare(rounds, analysisOf(small), parsingOf(small.json)),
);
report('analysis over JSON.parse, 10,000', 'at most 5', () =>
  compare(roundsOfLongOnes, analysisOf(large), parsingOf(large.json)),
);
report('the same over JSON without spaces, 10,000', '', () =>
  compare(roundsOfLongOnes, analysisOf(large), parsingOf(large.compactJson)),
);
report('analysis of 10,000 over 1,000', 'at most 13', () =>
  compare(roundsOfLongOnes, analysisOf(large), analysisOf(small)),
);
report('an edit over full analysis, 1,000', '', () =>
  compare(rounds, editOf(small), analysisOf(small)),
);
report('an edit over full analysis, 10,000', '', () =>
  compare(roundsOfLongOnes, editOf(large), analysisOf(large)),
);

section('Whole processes over `node -e 0`');
report('lint of 20 lines', 'at most 1.5', () => compare(rounds, lintOf(tiny), nothing));
report('lint of 1,000', '', () => compare(rounds, lintOf(small), nothing));
report('lint of 10,000', '', () => compare(roundsOfLongOnes, lintOf(large), nothing));
report('lint of 10 files, 100 contacts', '', () => compare(rounds, lintOf(tenFiles), nothing));
report('lint of 1,000 files, 10,000 contacts', 'at most 8', () =>
  compare(roundsOfLongOnes, lintOf(thousandFiles), nothing),
);
report('the same, by one of its files, as a hook calls', 'at most 8', () =>
  compare(roundsOfLongOnes, lintOf(thousandFiles, 'team-00500.oncall'), nothing),
);
// CDK's synth of the same contacts takes 11 to 14 s where `node -e 0` takes 0.10 s.
report('compile of 1,000', 'at most 4.4', () => compare(rounds, compileOf(small), nothing));
line("  CDK's synth of the same, known, not measured", '110..140');
report('compile of 10,000', '', () => compare(roundsOfLongOnes, compileOf(large), nothing));

section('Peak memory of lint less that of `node -e 0`, bytes a byte of source');
for (const { title, lint, of } of [small, large]) {
  const file = join(folder, 'peak-memory');
  const ratios = Array.from({ length: quick ? 1 : 7 }, () => {
    return (peakMemory(lint, file) - peakMemory(['-e', '0'], file)) / of.bytes;
  });
  line(`  ${title}`, ...shown(spread(ratios)));
}

benchTime({ quick });
await benchEditor({ quick });
await benchCalls({ quick });

/** A project as files in memory and on disk. */
function prepare(title, made) {
  const root = join(folder, title);
  mkdirSync(root);
  for (const { path, text } of made.oncall) writeFileSync(join(root, path), text);
  const texts = made.oncall.map(({ text }) => text);
  const { diagnostics } = analyze(sources(made));
  if (diagnostics.length > 0) throw new Error(`not clean: ${diagnostics[0].message}`);
  return {
    ...made,
    title,
    lint: [oncall, 'lint', root],
    pathOf: (name) => join(root, name),
    compile: [oncall, 'compile', root],
    of: {
      files: texts.length,
      lines: texts.join('').split('\n').length - 1,
      bytes: Buffer.byteLength(texts.join('')),
    },
  };
}

/** New ones for each analysis, as a table of lines may hang on them. */
function sources(made) {
  return made.oncall.map(({ path, text }) => createSourceFile(path, text));
}

function analysisOf(made) {
  return () => timed(() => analyze(sources(made)));
}

function parsingOf(texts) {
  return () => timed(() => texts.map((text) => JSON.parse(text)));
}

/** One character of one contact in the middle, again and again, as an editor would ask. */
function editOf(made) {
  const files = sources(made);
  const middle = files.length >> 1;
  const { path, text } = files[middle];
  const at = text.indexOf('retry 2m', text.length / 3) + 'retry '.length;
  let previous = analyze(files);
  let minutes = 2;
  return () =>
    timed(() => {
      minutes = minutes === 2 ? 3 : 2;
      const edited = text.slice(0, at) + minutes + text.slice(at + 1);
      previous = analyze(files.with(middle, createSourceFile(path, edited)), { previous });
    });
}

function lintOf(made, ...names) {
  const words = names.length === 0 ? made.lint : [oncall, 'lint', ...names.map(made.pathOf)];
  return () => timedProcess(words);
}

function compileOf(made) {
  return () => timedProcess(made.compile);
}
