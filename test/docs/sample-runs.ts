/** Runs that the pages of the commands show, with what is printed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { folder, write } from '../cli/oncall.ts';
import { demo, demoValues } from './demo-project.ts';

interface Sample {
  readonly command: string;
  /** What the project is instead, none at all where empty; `next.oncall` is what it becomes. */
  readonly files?: Readonly<Record<string, string>>;
  /** Words of commands that are run before, their output not shown. */
  readonly before?: string;
  /** Shown lines; the rest is left away. */
  readonly lines?: number;
}

/** By command; those that have none print nothing a reader would want. */
export const samples: Readonly<Record<string, Sample>> = {
  lint: {
    command: 'oncall lint',
    files: { 'main.oncall': demo.replace('notify @alice', 'notify @alise') },
  },
  fmt: {
    command: 'oncall fmt --diff',
    files: { 'main.oncall': demo.replace('5m < notify @sre', '5m <notify  @sre') },
  },
  test: {
    command: 'oncall test',
    files: { 'main.oncall': demo.replace('expect @alice within 5m', 'expect @alice within 2m') },
  },
  who: { command: 'oncall who --at 2026-03-02T03:00' },
  shifts: { command: 'oncall shifts @primary --from 2026-01-05 --to 2026-02-02' },
  simulate: { command: 'oncall simulate @sre --at 2026-03-02T03:00 --ack @bob=7m' },
  coverage: { command: 'oncall coverage --from 2026-01-05 --to 2026-02-02' },
  compile: { command: 'oncall compile', lines: 26 },
  plan: {
    command: 'oncall plan --local',
    before: 'apply --local --yes',
    files: { 'next.oncall': demo.replace('weekly mon 09:00', 'weekly tue 09:00') },
  },
  apply: { command: 'oncall apply --local --yes' },
  import: {
    command: 'oncall import --local --region us-east-2 --out copy --project demo',
    before: 'apply --local --yes',
  },
  destroy: { command: 'oncall destroy --local --yes', before: 'apply --local --yes' },
  drift: {
    command: 'oncall drift --local',
    before: 'apply --local --yes',
    files: { 'next.oncall': demo.replace('"Bob Example"', '"Robert Example"') },
  },
  verify: { command: 'oncall verify --local --from 2026-01-05 --to 2026-02-02' },
  status: { command: 'oncall status --local', before: 'apply --local --yes' },
  activate: { command: 'oncall activate --local', before: 'apply --local --yes' },
  page: { command: 'oncall page @sre --local', before: 'apply --local --yes' },
  explain: { command: 'oncall explain stage-too-long', lines: 10 },
  init: { command: 'oncall init my-team', files: {} },
};

/** As a reader's terminal shows it: the command, what it prints, and its exit code where not 0. */
export async function run({ command, files, before, lines }: Sample): Promise<string> {
  const { 'next.oncall': next, ...given } = files ?? {};
  const isEmpty = files !== undefined && Object.keys(files).length === 0;
  const cwd = folder(isEmpty ? {} : { 'main.oncall': demo, 'oncall.env': demoValues, ...given });
  if (before !== undefined) await printed(before.split(' '), cwd);
  if (next !== undefined) {
    write(cwd, { 'main.oncall': next });
  }
  const { text, code } = await printed(command.split(' ').slice(1), cwd);
  const all = text.trimEnd().split('\n');
  const shown = lines !== undefined && all.length > lines ? [...all.slice(0, lines), '…'] : all;
  const end = code === 0 ? [] : ['$ echo $?', String(code)];
  return [`$ ${command}`, ...shown, ...end].join('\n');
}

const binary = join(import.meta.dirname, '../../packages/cli/dist/oncall.js');

/** The clock stands still, so that the pages are the same each day. */
const then = Date.UTC(2026, 1, 2, 12);

/** What a run prints, on a day on which the examples of the pages are what they say. */
export async function printed(words: readonly string[], cwd: string) {
  // Which of several calls is answered first is chance, and no page is to be.
  const one = /^(apply|destroy)$/.test(words[0] ?? '') ? ['--concurrency', '1'] : [];
  const all = [binary, ...words, ...one];
  const child = spawn('sh', ['-c', '"$@" 2>&1', 'sh', process.execPath, ...all], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      NODE_OPTIONS: `--import=data:text/javascript,Date.now=()=>${then}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  return { text, code };
}
