/** Formats of lint as the built command writes them; what is in each is tried with the reporters. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { commit, git } from './git.ts';
import { clean, dangling, unused } from './lint-project.ts';
import { folder, oncall, write } from './oncall.ts';

const formats = ['pretty', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle'];

function repository(files: Readonly<Record<string, string>>): string {
  const cwd = folder(files);
  git(cwd, 'init', '--quiet');
  commit(cwd);
  return cwd;
}

describe('oncall lint --format', () => {
  it('names files from the root of the repository where other tools read it', async () => {
    const cwd = join(repository({ 'on call/a/main.oncall': clean + dangling }), 'on call');
    const run = async (format: string) => {
      const { code, stdout, stderr } = await oncall(['lint', '--format', format, 'a'], { cwd });
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      return stdout;
    };
    const [{ results }] = JSON.parse(await run('sarif')).runs;
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'on%20call/a/main.oncall',
    );
    expect(JSON.parse(await run('gitlab'))[0].location.path).toBe('on call/a/main.oncall');
    expect(await run('github')).toMatch(/^::error file=on call\/a\/main\.oncall,line=16,/);
    for (const format of ['compact', 'json', 'junit', 'checkstyle']) {
      expect(await run(format)).toMatch(/["^\n]?a\/main\.oncall/);
    }
  });

  it('has fingerprints that stay where lines move, and differ between projects', async () => {
    const cwd = repository({
      'one/main.oncall': `project one < >\n${clean}${unused('old')}`,
      'two/main.oncall': `project two < >\n${clean}${unused('old')}`,
    });
    const prints = async (format: string, at = cwd) => {
      const { stdout } = await oncall(['lint', '--format', format], { cwd: at });
      return [...stdout.matchAll(/"(?:fingerprint|oncallDiagnostic\/v1)": "(\w+)"/g)].map(
        ([, print]) => print,
      );
    };
    const before = await prints('sarif');
    expect(new Set(before).size).toBe(2);
    expect(await prints('gitlab')).toEqual(before);
    expect(await prints('sarif', join(cwd, 'two'))).toEqual([before[1]]);
    write(cwd, { 'two/main.oncall': `project two < >\n\n\n${unused('old')}\n${clean}` });
    expect(await prints('sarif')).toEqual(before);
    write(cwd, { 'two/main.oncall': `project two < >\n${unused('other')}\n${clean}` });
    expect((await prints('sarif'))[1]).not.toBe(before[1]);
  });

  it('adds a summary to the page of a workflow', async () => {
    const cwd = repository({ 'main.oncall': clean + dangling });
    const summary = join(cwd, 'summary.md');
    write(cwd, { 'summary.md': 'before\n' });
    const env = { GITHUB_STEP_SUMMARY: summary };
    await oncall(['lint', '--format', 'github'], { cwd, env });
    const text = readFileSync(summary, 'utf8');
    expect(text).toMatch(/^before\n### oncall lint\n\n1 error in 1 file\./);
    expect(text).toContain('| error | dangling-contact |');
    const { code, stderr } = await oncall(['lint', '--format', 'github'], {
      cwd,
      env: { GITHUB_STEP_SUMMARY: join(cwd, 'no/such/folder') },
    });
    expect(code).toBe(1);
    expect(stderr).toContain("the summary of the step can't be written: ENOENT");
  });

  it.each(formats)('%s shows no address and no control character of the files', async (format) => {
    const nasty = folder({
      'a\u001b[2J\u2028%:,<&"é\u{1f469}\u200d\u{1f4bb}.oncall': [
        'contact a "Name]]>\u202e" < channel p voice "12065550100" channel q sms "+1 206 555 0101"',
        'channel r email "alice at example.com" channel s email "alice@example.com" nonsense ::error:: >',
        'contact \u001b]0;x\u0007 %0A%25 \u009b31m ]]> &amp; \r\u0000 @\n',
        'contact b < channel p voice "+12065550102',
      ].join('\n'),
    });
    const { code, stdout, stderr } = await oncall(['lint', '--format', format], { cwd: nasty });
    expect(code).toBe(1);
    expect(stdout.length).toBeGreaterThan(300);
    expect(stdout + stderr).not.toMatch(/5550\d|555 01|alice@|alice at/);
    expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\u2028/u);
    if (['json', 'sarif', 'gitlab'].includes(format)) JSON.parse(stdout);
    if (['junit', 'checkstyle'].includes(format)) {
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(stdout).close();
    }
    if (format === 'github') {
      for (const line of stdout.trimEnd().split('\n'))
        expect(line).toMatch(/^::(error|warning|notice) /);
    }
  });

  it.each([
    ['compact', /^$/],
    ['json', /"diagnostics": \[\]/],
    ['sarif', /"results": \[\]/],
    ['github', /^$/],
    ['gitlab', /^\[\]\n$/],
    ['junit', /<testcase name="lint" classname="main.oncall"/],
    ['checkstyle', /<checkstyle version="8.0">\n<\/checkstyle>/],
  ])('%s is a whole report also where nothing is wrong', async (format, expected) => {
    const cwd = folder({ 'main.oncall': clean });
    const { code, stdout, stderr } = await oncall(['lint', '--format', format], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(expected);
  });

  it('takes --json for --format json', async () => {
    const cwd = folder({ 'main.oncall': clean + dangling });
    const long = await oncall(['lint', '--format', 'json'], { cwd });
    expect(await oncall(['lint', '--json'], { cwd })).toEqual(long);
  });
});
