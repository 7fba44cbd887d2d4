import { describe, expect, it } from 'vitest';
import { folder, oncall } from './oncall.ts';

const clean = `contact alice <
  channel phone voice "+12065550100"
  channel mail email "alice@example.com"
  stage 5m <
    notify phone
    notify mail
  >
>

plan sre <
  stage 5m < notify @alice essential >
  stage 5m < notify @director >
>

extern contact director $DIRECTOR
`;
const dangling = `${clean}\nplan other < stage 5m < notify @alcie essential > >\n`;

describe('oncall lint', () => {
  it('says that nothing is wrong, on stderr', async () => {
    const cwd = folder({ 'main.oncall': clean });
    expect(await oncall(['lint'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 file checked, nothing wrong\n',
    });
  });

  it('shows what is wrong at its line, and what to do', async () => {
    const cwd = folder({ 'a/main.oncall': dangling });
    const { code, stdout, stderr } = await oncall(['lint', 'a'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toContain('error[dangling-contact]: No contact is named alcie\n');
    expect(stdout).toContain(' --> a/main.oncall:17:32\n');
    expect(stdout).toContain(
      [
        '17 | plan other < stage 5m < notify @alcie essential > >',
        '   |                                ^^^^^^',
        '',
      ].join('\n'),
    );
    expect(stdout).toContain('  help: Did you mean alice?\n');
    expect(stdout.endsWith('\n1 error in 1 file\n')).toBe(true);
  });

  it('prints JSON with places relative to the working folder', async () => {
    const cwd = folder({ 'a/main.oncall': dangling, 'a/b.oncall': 'contact 5m < >\n' });
    const { code, stdout, stderr } = await oncall(['lint', '--format', 'json', 'a/b.oncall'], {
      cwd,
    });
    expect(code).toBe(1);
    expect(stderr).toBe('');
    const { diagnostics, summary } = JSON.parse(stdout);
    expect(diagnostics.map(({ file }: { file: string }) => file)).toContain('a/b.oncall');
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'dangling-contact',
        severity: 'error',
        file: 'a/main.oncall',
        line: 17,
        column: 32,
        endLine: 17,
        endColumn: 38,
        related: expect.any(Array),
        fixes: [
          {
            title: expect.stringContaining('alice'),
            edits: [expect.objectContaining({ file: 'a/main.oncall', line: 17 })],
          },
        ],
      }),
    );
    expect(summary).toEqual({ errors: 2, warnings: 1, infos: 0 });
    expect(diagnostics).toHaveLength(3);
  });

  it('prints JSON also where nothing is wrong', async () => {
    const cwd = folder({ 'main.oncall': clean });
    const { code, stdout, stderr } = await oncall(['lint', '--format', 'json'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      diagnostics: [],
      summary: { errors: 0, warnings: 0, infos: 0 },
    });
  });

  it('reads a file of the project from stdin', async () => {
    const cwd = folder({ 'project.oncall': 'project p < >\n', 'people/main.oncall': clean });
    const words = ['lint', '--stdin', '--stdin-filename', 'people/main.oncall'];
    expect((await oncall(words, { cwd, input: clean })).code).toBe(0);
    const broken = await oncall(words, { cwd, input: dangling });
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain('people/main.oncall:17:32');
    const added = ['lint', '--stdin', '--stdin-filename', 'new.oncall'];
    const input = 'plan more < stage 5m < notify @alice > >\n';
    expect((await oncall(added, { cwd, input })).code).toBe(0);
    expect((await oncall(['lint', '--stdin'], { cwd, input })).stdout).toContain('<stdin>:1:31');
  });

  it('counts warnings only where it is told to', async () => {
    const cwd = folder({
      'main.oncall': `${clean}\ncontact bob <\n  channel phone voice "+12065550101"\n  stage 5m < notify phone >\n>\n`,
    });
    expect((await oncall(['lint'], { cwd })).code).toBe(0);
    expect((await oncall(['lint', '--max-warnings', '1'], { cwd })).code).toBe(0);
    const strict = await oncall(['lint', '--max-warnings', '0'], { cwd });
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain('warning[unused-contact]');
    expect(strict.stderr).toBe('1 warning, and --max-warnings allows 0\n');
    // What fails a build fails a test of its report, and nothing else does.
    const failures = async (...words: string[]) => {
      const { stdout } = await oncall(['lint', '--format', 'junit', ...words], { cwd });
      return stdout.match(/<failure /g)?.length ?? 0;
    };
    expect(await failures()).toBe(0);
    expect(await failures('--max-warnings', '0')).toBe(1);
    expect((await oncall(['lint', '--max-warnings', 'x'], { cwd })).code).toBe(64);
  });

  it.each([
    [['.'], 'there are no .oncall files in .'],
    [['missing.oncall'], 'there is no file or folder missing.oncall'],
  ])('is exit 66 for %j', async (paths, message) => {
    const cwd = folder({ 'readme.txt': '' });
    const { code, stdout, stderr } = await oncall(['lint', ...paths], { cwd });
    expect({ code, stdout }).toEqual({ code: 66, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('shows no address, however it is written', async () => {
    const cwd = folder({
      'main.oncall': [
        'contact a "Name" < channel p voice "12065550100" channel q sms "+1 206 555 0101"',
        'channel r email "alice at example.com" channel s email "alice@example.com" nonsense >',
        'contact b < channel p voice "+12065550102',
        '"+12065550103" alice@example.com # +12065550104',
        '',
      ].join('\n'),
    });
    for (const format of ['pretty', 'json']) {
      const { stdout, stderr } = await oncall(['lint', '--format', format], { cwd });
      expect(stdout.length).toBeGreaterThan(100);
      expect(stdout + stderr).not.toMatch(/5550\d|555 01|alice@|alice at/);
    }
  });

  it('lets no control character of a file or of its name reach the terminal', async () => {
    const cwd = folder({
      'a\u001b[2J.oncall': 'contact \u001b]0;x\u0007 \u009b31m "\u202e" \r\u0000 @\n',
    });
    for (const format of ['pretty', 'json']) {
      const { code, stdout, stderr } = await oncall(['lint', '--format', format], { cwd });
      expect(code).toBe(1);
      expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    }
  });

  it('outlives a reader that goes away', async () => {
    const cwd = folder({ 'main.oncall': dangling.repeat(300) });
    const { code, stderr } = await oncall(['lint'], {
      cwd,
      onStart: (child) => child.stdout?.destroy(),
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });
});
