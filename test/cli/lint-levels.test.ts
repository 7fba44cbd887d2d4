import { describe, expect, it } from 'vitest';
import { clean, dangling, unused } from './lint-project.ts';
import { folder, oncall } from './oncall.ts';

describe('oncall lint --rule, --only', () => {
  const project = () => folder({ 'main.oncall': clean + unused('old') });
  const run = async (cwd: string, ...words: readonly string[]) => {
    const { code, stdout } = await oncall(['lint', ...words], { cwd });
    return `${code} ${stdout.split(':', 1)[0]}`;
  };

  it('sets levels, before those of the project', async () => {
    const cwd = project();
    expect(await run(cwd)).toBe('0 warning[unused-contact]');
    expect(await run(cwd, '--rule', 'unused-contact=error')).toBe('1 error[unused-contact]');
    expect(await run(cwd, '--rule', 'unused-contact=off')).toBe('0 ');
    const set = folder({
      'main.oncall': `project p < lint unused-contact off >\n${clean}${unused('old')}`,
    });
    expect(await run(set)).toBe('0 ');
    expect(await run(set, '--rule', 'unused-contact=error')).toBe('1 error[unused-contact]');
    expect(await run(set, '--rule', 'literal-address=warning')).toBe('0 warning[literal-address]');
  });

  it('tells what is named, and nothing else', async () => {
    const cwd = folder({ 'main.oncall': clean + unused('old') + dangling });
    expect(await run(cwd, '--only', 'unused-contact')).toBe('0 warning[unused-contact]');
    expect(await run(cwd, '--only', 'unused-contact', '--only', 'dangling-contact')).toMatch(/^1 /);
    expect(await run(cwd, '--only', 'coverage-gap')).toBe('0 ');
  });

  it.each([
    [['--rule', 'dangling-contact=warning'], 'dangling-contact is an error, and stays one'],
    [['--rule', 'unused-contcat=off'], 'Did you mean unused-contact?'],
    [['--rule', 'unused-contact=info'], "--rule can't be unused-contact=info"],
    [['--rule', 'unused-contact'], "--rule can't be unused-contact"],
    [['--only', 'no-such-thing'], 'no diagnostic has the code no-such-thing'],
    [['--json', '--format', 'sarif'], '--json does not go with --format sarif'],
    [['--write-baseline', '--only', 'no-voice'], '--write-baseline does not go with --only'],
    [['--watch', '--format', 'sarif'], '--watch does not go with --format sarif'],
  ])('is exit 64 for %j', async (words, message) => {
    const { code, stdout, stderr } = await oncall(['lint', ...words], { cwd: project() });
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
  });
});
