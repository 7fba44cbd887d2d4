import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clean, dangling, tooLong, unused } from './lint-project.ts';
import { folder, oncall, write } from './oncall.ts';

const name = '.oncall-baseline.json';
const entriesIn = (cwd: string) =>
  JSON.parse(readFileSync(join(cwd, name), 'utf8')).diagnostics as { code: string; in: string }[];

describe('a baseline', () => {
  it('keeps old warnings from being told, wherever their lines and files move', async () => {
    const cwd = folder({
      'main.oncall': `project p < >\n${clean}${unused('old')}`,
      'a/a.oncall': unused('older'),
    });
    const first = await oncall(['lint', '--write-baseline'], { cwd });
    expect(first).toEqual({ code: 0, stdout: '', stderr: '2 files checked, nothing wrong\n' });
    expect(entriesIn(cwd).map((each) => each.in)).toEqual(['contact old', 'contact older']);

    write(cwd, {
      'main.oncall': `project p < >\n\n# moved\n${unused('older')}\n${clean}`,
      'a/a.oncall': `${unused('new')}\n\n\n\n${unused('old')}`,
    });
    const { code, stdout } = await oncall(['lint', '--max-warnings', '0', 'a'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('names new');
    expect(stdout).toContain('\n1 warning in 1 file\n');
    const before = readFileSync(join(cwd, name), 'utf8');
    await oncall(['lint', '--format', 'sarif'], { cwd });
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(before);
  });

  it('tells entries that are found no more, and loses them only when it is written', async () => {
    const cwd = folder({ 'main.oncall': clean + unused('one') + unused('two') });
    await oncall(['lint', '--write-baseline'], { cwd });
    write(cwd, { 'main.oncall': clean + unused('two') });
    const { code, stderr } = await oncall(['lint'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain(
      `1 entry of ${name} found no more: oncall lint --write-baseline takes them out\n`,
    );
    expect(entriesIn(cwd)).toHaveLength(2);
    await oncall(['lint', '--write-baseline'], { cwd });
    expect(entriesIn(cwd).map((each) => each.in)).toEqual(['contact two']);
    // Not looked for is not found no more.
    expect((await oncall(['lint', '--rule', 'unused-contact=off'], { cwd })).stderr).not.toContain(
      'no more',
    );
    write(cwd, { 'main.oncall': clean });
    await oncall(['lint', '--write-baseline'], { cwd });
    expect(existsSync(join(cwd, name))).toBe(false);
  });

  it('shrinks by --fix, and never grows by it', async () => {
    const twice =
      'plan x < stage 5m < notify @alice essential notify @director notify @director > >\n';
    const cwd = folder({ 'main.oncall': clean + twice + unused('old') });
    await oncall(['lint', '--write-baseline'], { cwd });
    expect(entriesIn(cwd)).toHaveLength(2);
    write(cwd, { 'main.oncall': clean + twice + unused('old') + unused('new') });
    const { stdout, stderr } = await oncall(['lint', '--fix'], { cwd });
    expect(stdout).toContain('names new');
    expect(stderr).toContain(`1 entry of ${name} found no more, and taken out\n`);
    expect(stderr).not.toContain('--write-baseline');
    expect(entriesIn(cwd).map((each) => each.in)).toEqual(['contact old']);
  });

  it('holds no error, however old', async () => {
    const cwd = folder({ 'main.oncall': clean + dangling + tooLong });
    const { code, stdout } = await oncall(['lint', '--write-baseline'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('2 errors in 1 file');
    expect(existsSync(join(cwd, name))).toBe(false);
    // Nor what has become one.
    write(cwd, { 'main.oncall': clean + unused('old') });
    await oncall(['lint', '--write-baseline'], { cwd });
    const raised = await oncall(['lint', '--rule', 'unused-contact=error'], { cwd });
    expect(raised.code).toBe(1);
    expect(raised.stdout).toContain('error[unused-contact]');
  });

  it('holds no address, and tells apart what is alike', async () => {
    const phones = `contact old <
  channel phone voice "+12065550107"
  channel other voice "+12065550107"
  channel third voice "+12065550108"
  stage 5m < notify phone >
>
`;
    const cwd = folder({ 'main.oncall': clean + phones });
    await oncall(['lint', '--write-baseline'], { cwd });
    const text = readFileSync(join(cwd, name), 'utf8');
    expect(text).not.toMatch(/5550|alice@/);
    const prints = [...text.matchAll(/"fingerprint": "(\w+)"/g)].map(([, print]) => print);
    expect(new Set(prints).size).toBe(prints.length);
    expect(prints.length).toBeGreaterThan(2);
  });

  it.each([
    '',
    '[]',
    '{"version": 2, "diagnostics": []}',
    '{"version": 1, "diagnostics": [7]}',
    '\u0000',
  ])('that says %j is told to be none', async (text) => {
    const cwd = folder({ 'main.oncall': clean });
    writeFileSync(join(cwd, name), text);
    const { code, stdout, stderr } = await oncall(['lint'], { cwd });
    expect({ code, stdout }).toEqual({ code: 66, stdout: '' });
    expect(stderr).toContain(`${name} is no baseline of oncall lint`);
    rmSync(join(cwd, name));
    expect((await oncall(['lint'], { cwd })).code).toBe(0);
  });
});
