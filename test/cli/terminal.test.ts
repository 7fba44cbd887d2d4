/** What every command takes, and what only a person at a terminal sees. */
import { describe, expect, it } from 'vitest';
import { output } from '../completion/shell.ts';
import { demo, demoValues } from '../docs/demo-project.ts';
import { folder, oncall } from './oncall.ts';

const colour = '\u001b[31m';
const eraseLine = '\r\u001b[K';
const wrong = demo.replace('notify @alice', 'notify @alise');

const project = () => folder({ 'main.oncall': demo, 'oncall.env': demoValues });

describe('--quiet', () => {
  it.each([
    ['lint'],
    ['fmt --check'],
    ['test'],
    ['who --at 2026-03-02T03:00'],
    ['shifts @primary --from 2026-01-05 --to 2026-02-02'],
    ['simulate @sre --at 2026-03-02T03:00'],
    ['coverage --from 2026-01-05 --to 2026-02-02'],
    ['apply --local --yes'],
  ])('leaves stderr of oncall %s empty, and stdout as it is', async (line) => {
    const words = line.split(' ');
    const loud = await oncall(words, { cwd: project() });
    const quiet = await oncall([...words, '--quiet'], { cwd: project() });
    expect(loud.stderr).not.toBe('');
    expect(quiet).toEqual({ code: 0, stdout: loud.stdout, stderr: '' });
  });

  it('tells errors all the same', async () => {
    const cwd = folder({ 'main.oncall': wrong });
    expect((await oncall(['--quiet', 'test'], { cwd })).stderr).toContain('dangling-contact');
    expect((await oncall(['test', '--quiet', 'nowhere'], { cwd })).stderr).toContain('nowhere');
  });
});

describe('colours', () => {
  const lint = async (words: readonly string[], env = {}) =>
    (await oncall(words, { cwd: folder({ 'main.oncall': wrong }), env })).stdout;

  it('are there where they are asked for, and nowhere else without a terminal', async () => {
    expect(await lint(['lint'])).not.toContain(colour);
    expect(await lint(['lint'], { FORCE_COLOR: '1' })).not.toContain(colour);
    expect(await lint(['lint', '--color', 'always'])).toContain(colour);
    expect(await lint(['--color=always', 'lint'], { NO_COLOR: '1' })).toContain(colour);
    expect(await lint(['lint', '--color', 'always', '--no-color'])).not.toContain(colour);
  });

  it('are there on a terminal, unless they are refused', async () => {
    expect(await onTerminal('oncall lint', wrong)).toContain(colour);
    expect(await onTerminal('oncall lint --no-color', wrong)).not.toContain(colour);
    expect(await onTerminal('NO_COLOR=1 oncall lint', wrong)).not.toContain(colour);
    expect(await onTerminal('oncall lint --formt', wrong)).toContain(colour);
    expect(await onTerminal('oncall lint --formt --no-color', wrong)).not.toContain(colour);
  });
});

describe('progress', () => {
  it('is shown on a terminal, and gone when the result comes', async () => {
    const shown = await onTerminal('oncall plan --local', demo);
    const result = shown.indexOf('Project demo');
    expect(shown.indexOf('Reading the account')).toBeGreaterThanOrEqual(0);
    expect(shown.lastIndexOf('Reading the account')).toBeLessThan(result);
    expect(shown.slice(shown.lastIndexOf('Reading'), result)).toContain(eraseLine);
    expect(await onTerminal('oncall lint', demo)).toContain(`Checking 1 file${eraseLine}`);
  });

  it('is not shown with --quiet, and not where nobody looks', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`plans/${index}.oncall`, '']),
    );
    const read = await onTerminal('oncall lint', demo, many);
    expect(read).toContain(`Reading files  100${eraseLine}`);
    expect(read).toContain(`Checking 121 files${eraseLine}`);
    const formatted = await onTerminal('oncall fmt', demo, many);
    expect(formatted).toMatch(/Formatting {2}\[=+ *\] 100\/121/);
    expect(await onTerminal('oncall plan --local --quiet', demo)).not.toContain('Reading');
    const { stdout, stderr } = await oncall(['plan', '--local'], { cwd: project() });
    expect(stdout + stderr).not.toContain('Reading');
  });
});

describe('--json', () => {
  it.each([
    ['lint'],
    ['test'],
    ['who'],
    ['shifts @primary --from 2026-01-05 --to 2026-02-02'],
    ['simulate @sre --at 2026-03-02T03:00'],
    ['coverage'],
    ['plan --local'],
    ['verify --local'],
    ['fmt'],
  ])('is what oncall %s --format json is', async (line) => {
    const words = line.split(' ');
    const cwd = project();
    const { stdout, code } = await oncall([...words, '--json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toBeTypeOf('object');
    const long = await oncall([...words, '--format', 'json'], { cwd });
    // Those that ask the clock differ in what they say of it.
    const still = (text: string) => text.replace(/"\d{4}-\d\d-\d\dT[^"]*"|\d{4,}/g, 'then');
    expect(still(stdout)).toBe(still(long.stdout));
  });
});

describe('help', () => {
  it('is the same by all its names', async () => {
    const { stdout } = await oncall(['plan', '--help']);
    expect(stdout.split('\n')[2]).toBe('  oncall plan');
    for (const words of [
      ['help', 'plan'],
      ['--help', 'plan'],
      ['plan', '-h'],
    ]) {
      expect((await oncall(words)).stdout).toBe(stdout);
    }
  });

  it('tells of a command that is none', async () => {
    const { code, stderr } = await oncall(['help', 'plann']);
    expect(code).toBe(64);
    expect(stderr).toContain('Did you mean plan?');
  });

  it.each([
    [['--versoin'], 'Did you mean --version?'],
    [['--quite', 'lint'], 'Did you mean --quiet?'],
    [['lint', '--format', 'jsn'], 'Did you mean json?'],
  ])('offers the nearest of %j', async (words, help) => {
    const { code, stderr } = await oncall(words);
    expect(code).toBe(64);
    expect(stderr).toContain(help);
  });
});

it('tells versions, platform and time-zone data', async () => {
  const { stdout } = await oncall(['--version', '--verbose']);
  expect(stdout).toMatch(/^oncall {6}\d+\.\d+\.\d+\nNode {8}\d/);
  expect(stdout).toMatch(/^time zones {2}20\d\d/m);
});

/** All that is seen of a command line of a shell, in a project, on a terminal. */
function onTerminal(
  line: string,
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const cwd = folder({ 'main.oncall': text, 'oncall.env': demoValues, ...more });
  const cli = `'${process.execPath}' '${import.meta.dirname}/../../packages/cli/bin/oncall.cjs'`;
  const env = { PATH: process.env['PATH'], TERM: 'xterm', HOME: '/nonexistent' };
  const called = `stty cols 100; ${line.replace('oncall', cli)}`;
  return output(['script', '-qfc', called, '/dev/null'], { cwd, env });
}
