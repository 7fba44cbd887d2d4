/**
 * What a key costs in an editor: our server and one of Langium for the same grammar, each a process
 * spoken to over stdio, key by key in turn.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyze, createSourceFile } from '@oncall/language';
import { openEditor } from './editor-client.mjs';
import { spread, timedProcess } from './measure.mjs';
import { line, rounded, section, shown } from './print.mjs';
import { project, twentyLines } from './project.mjs';

const ours = [fileURLToPath(new URL('../packages/cli/bin/oncall.cjs', import.meta.url)), 'lsp'];
const langium = [fileURLToPath(new URL('langium/server.mjs', import.meta.url)), '--stdio'];
const preload = fileURLToPath(new URL('peak-memory.cjs', import.meta.url));

export async function benchEditor({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'oncall-bench-editor-'));
  try {
    await benchKeys(folder, quick);
    await benchStart(folder, quick ? 3 : 25);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function benchKeys(folder, quick) {
  section('didChange to publishDiagnostics over stdio');
  line('', 'p95 ms', 'p50', 'aim');
  // Keys of Langium in a round and rounds, as many as a few minutes hold.
  for (const [lines, cut, aim, [rounds, each]] of [
    [1_000, 'one file', '', quick ? [5, 4] : [25, 8]],
    [10_000, 'one file', 'at most 3', quick ? [3, 2] : [25, 2]],
    [10_000, 'files', '', quick ? [3, 2] : [25, 4]],
    [100_000, 'one file', 'at most 5', quick ? [3, 0] : [3, 2]],
    [100_000, 'files', '', quick ? [3, 0] : [3, 2]],
  ]) {
    const made = prepare(folder, lines, cut);
    const title = `${lines.toLocaleString('en')} lines, ${cut}`;
    const memory = join(folder, 'peak-memory');
    const editor = await opened(['--require', preload, ...ours], made, {
      PEAK_MEMORY_FILE: memory,
    });
    const other = each === 0 ? undefined : await opened(langium, made);
    const atOpen = residentMemory(editor.pid);
    const mine = [];
    const theirs = [];
    // What is not compiled yet does not count.
    await keys(editor, made, 200);
    if (other !== undefined) await keys(other, made, lines > 10_000 ? 2 : quick ? 8 : 20);
    for (let round = 0; round < rounds; round++) {
      mine.push(...(await keys(editor, made, quick ? 100 : 600 / rounds)));
      if (other !== undefined) theirs.push(...(await keys(other, made, each)));
    }
    line(`  ${title}`, ...percentiles(mine), aim);
    if (other !== undefined) {
      line('    Langium', ...percentiles(theirs), '', `${theirs.length} keys`);
      const times = rounded(percentile(theirs, 95) / percentile(mine, 95));
      line('    Langium over ours', times, '', lines === 10_000 ? 'at least 100' : '');
    }
    line('    declarations parsed a key, the most', String(mostParsed(made)), '', 'at most 3');
    if (lines === 100_000 && cut === 'one file') {
      await benchAnswers(editor, made, quick ? 50 : 200);
    }
    const after = residentMemory(editor.pid);
    await editor.close();
    await other?.close();
    if (lines === 100_000) {
      const peak = Number(readFileSync(memory, 'utf8')) / 2 ** 20;
      line('    memory when opened, MB', rounded(atOpen), '', 'at most 250');
      line('    after the keys, and at its peak', rounded(after), rounded(peak));
    }
  }
}

async function benchAnswers(editor, { name, places }, count) {
  const completions = [];
  const hovers = [];
  for (const { insert, remove, position } of spreadOut(places, count)) {
    await editor.key(name, insert, 1);
    const completion = await editor.ask('completion', name, position);
    await editor.key(name, remove, 0);
    const hover = await editor.ask('hover', name, position);
    if (completion.answer.items.length < 100 || hover.answer === null) {
      throw new Error('answered too little');
    }
    completions.push(completion.passed);
    hovers.push(hover.passed);
  }
  line('    completion behind @', ...percentiles(completions), 'at most 10');
  line('    hover', ...percentiles(hovers), 'at most 10');
}

async function benchStart(folder, rounds) {
  const text = twentyLines.oncall[0].text.replace('@bob', '@nobody');
  const root = join(folder, 'small');
  mkdirSync(root);
  writeFileSync(join(root, 'main.oncall'), text);
  const first = async () => {
    const start = performance.now();
    const editor = await openEditor(ours, root);
    const wrong = editor.published('main.oncall');
    editor.open('main.oncall', text);
    await wrong;
    const passed = performance.now() - start;
    await editor.close();
    return passed;
  };
  const nothing = () => timedProcess(['-e', '0']);
  await first();
  const pairs = [];
  for (let round = 0; round < rounds; round++) pairs.push([await first(), nothing()]);
  section('From start to the first diagnostics of 20 lines over `node -e 0`');
  const times = [0, 1].map((side) => rounded(spread(pairs.map((pair) => pair[side])).median));
  line('', ...shown(spread(pairs.map(([a, b]) => a / b))), 'at most 2.5', times.join(' over '));
}

/** A project on disk of about so many lines; the file that is edited, and where. */
function prepare(folder, lines, cut) {
  // A contact and half a plan are 14.5 lines.
  const files = project(2 * Math.round(lines / 29)).oncall;
  const one = [{ path: 'main.oncall', text: files.map(({ text }) => text).join('\n') }];
  const made = cut === 'one file' ? one : files;
  const root = join(folder, `${lines} ${cut}`);
  mkdirSync(root);
  for (const { path, text } of made) writeFileSync(join(root, path), text);
  const { path: name, text } = made[made.length >> 1];
  return { root, name, text, files: made, places: placesIn(text) };
}

/** References to people, each with the edits that make it dangle and mend it. */
function placesIn(text) {
  const places = [];
  text.split('\n').forEach((words, number) => {
    const found = /(.*notify @)[a-z0-9-]+/.exec(words);
    if (found === null) return;
    const position = { line: number, character: found[0].length };
    const behind = { line: number, character: position.character + 1 };
    places.push({
      position: { line: number, character: found[1].length },
      unprefixed: {
        range: {
          start: { line: number, character: found[1].length },
          end: { line: number, character: found[1].length + 1 },
        },
        text: '',
      },
      insert: { range: { start: position, end: position }, text: 'x' },
      remove: { range: { start: position, end: behind }, text: '' },
    });
  });
  return places;
}

async function opened(parameters, { root, name, text, places }, variables) {
  const editor = await openEditor(parameters, root, variables);
  // Not every server publishes that there is nothing.
  const wrong = editor.published(name, 1);
  await editor.open(name, text.replace('notify @', 'notify @x'));
  await wrong;
  const [first] = places;
  await editor.key(name, first.unprefixed, 0);
  return editor;
}

/** Milliseconds of each of so many keys, all over the file, every other one an error. */
async function keys(editor, { name, places }, count) {
  const times = [];
  for (const place of spreadOut(places, Math.max(1, count >> 1))) {
    times.push(await editor.key(name, place.insert, 1));
    times.push(await editor.key(name, place.remove, 0));
  }
  return times;
}

function spreadOut(places, count) {
  return Array.from(
    { length: count },
    (_, at) => places[Math.floor(((at + 0.5) / count) * places.length)],
  );
}

/** How many declarations an edit makes `analyze` parse at most: what the server calls at each key. */
function mostParsed({ files, name, text, places }) {
  const sources = files.map(({ path, text }) => createSourceFile(path, text));
  const at = files.findIndex(({ path }) => path === name);
  const lines = text.split('\n');
  let previous = analyze(sources);
  let most = 0;
  for (const { insert } of spreadOut(places, 20)) {
    const { line: number, character } = insert.range.start;
    const before = lines[number];
    for (const words of [`${before.slice(0, character)}x${before.slice(character)}`, before]) {
      const edited = createSourceFile(name, lines.with(number, words).join('\n'));
      previous = analyze(sources.with(at, edited), { previous });
      most = Math.max(most, previous.parsed);
    }
  }
  return most;
}

function percentiles(times) {
  return [rounded(percentile(times, 95)), rounded(percentile(times, 50))];
}

function percentile(times, percent) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)];
}

/** Megabytes that a process holds now. */
function residentMemory(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout) / 1024;
}
