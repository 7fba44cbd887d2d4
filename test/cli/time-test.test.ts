import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addresses } from './acme.ts';
import { folder, oncall } from './oncall.ts';

const repository = join(import.meta.dirname, '../..');

const team = `contact alice <
  channel phone voice "+12065550100"
  stage 5m < notify phone retry 2m >
>
contact bob <
  channel phone voice "+12065550101"
  stage 5m < notify phone >
>
rotation primary <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
>
schedule sre-oncall < rotation @primary >
plan sre <
  stage 5m < notify @sre-oncall essential >
  stage 10m < notify @bob essential >
>
`;

const tests = `test "right" <
  page @sre at 2026-01-06T03:00 "America/New_York"
  expect @alice within 0m
>

test "wrong <&> # +12065550100" <
  page @sre at 2026-01-06T03:00 "America/New_York"
  ack @alice after 7m
  expect @bob within 1m
  expect no @sre-oncall
>
`;

describe('oncall test', () => {
  it('runs the tests of the examples, which pass', async () => {
    const { code, stdout, stderr } = await oncall(['test', 'examples/acme'], { cwd: repository });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/estimate/) });
    expect(stdout).toMatch(/^pass {2}/);
    expect(stdout).toMatch(/\n(\d+) tests: \1 passed\n$/);
  });

  it('shows a failure at its line, and in the timeline where it was expected', async () => {
    const cwd = folder({ 'main.oncall': team, 'tests.oncall': tests });
    const { code, stdout } = await oncall(['test'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('pass  right\nFAIL  wrong <&> # +1******0100\n');
    expect(stdout).toContain(
      [
        ' --> tests.oncall:9:10',
        '  |',
        '9 |   expect @bob within 1m',
        '  |          ^^^^',
        '  @bob is to be engaged within 1m, but is only after 5m (named by the plan).',
      ].join('\n'),
    );
    expect(stdout).toContain(
      [
        '  @sre paged Tue 2026-01-06 03:00 America/New_York',
        '> 0m  Tue 03:00  stage 1                    <- not expected: sre is engaged',
        '  0m  Tue 03:00    engage alice, essential  on call in sre-oncall',
        '> 1m  Tue 03:01  @bob expected by now',
        '  5m  Tue 03:05  stage 2                    5m after stage 1 of sre',
        '> 5m  Tue 03:05    engage bob, essential    <- too late: named by the plan',
        '  7m  Tue 03:07  ack by alice               alice answers',
        '  7m  Tue 03:07  alice is left alone        alice has acknowledged',
      ].join('\n'),
    );
    expect(stdout.endsWith('\n2 tests: 1 passed, 1 failed\n')).toBe(true);
  });

  it('prints JSON', async () => {
    const cwd = folder({ 'main.oncall': team, 'tests.oncall': tests });
    const { code, stdout } = await oncall(['test', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      tests: [
        { name: 'right', file: 'tests.oncall', line: 1, passed: true, failures: [] },
        {
          name: 'wrong <&> # +1******0100',
          file: 'tests.oncall',
          line: 6,
          passed: false,
          failures: [
            { line: 9, message: expect.stringContaining('@bob') },
            { line: 10, message: expect.stringContaining('@sre-oncall') },
          ],
        },
      ],
    });
  });

  it('prints JUnit', async () => {
    const cwd = folder({ 'main.oncall': team, 'tests.oncall': tests });
    const { code, stdout } = await oncall(['test', '--format', 'junit'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('<testsuite name="oncall" tests="2" failures="1"');
    expect(stdout).toContain('name="right" classname="tests.oncall"');
    expect(stdout).toContain('name="wrong &lt;&amp;&gt; # +1******0100"');
    expect(stdout.match(/<failure /g)).toHaveLength(1);
    expect(stdout).toContain('\ntests.oncall:10: @sre-oncall');
  });

  it('prints TAP', async () => {
    const cwd = folder({ 'main.oncall': team, 'tests.oncall': tests });
    const { code, stdout } = await oncall(['test', '--format', 'tap'], { cwd });
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      'TAP version 14',
      '1..2',
      'ok 1 - right',
      'not ok 2 - wrong <&> \\# +1******0100',
    ]);
    expect(stdout).toContain('    - line: 9\n      message: "@bob is to be engaged');
  });

  it('runs those that --filter names, and says so when there are none', async () => {
    const cwd = folder({ 'main.oncall': team, 'tests.oncall': tests });
    const found = await oncall(['test', '--filter', 'RIGHT'], { cwd });
    expect({ code: found.code, stdout: found.stdout }).toEqual({
      code: 0,
      stdout: 'pass  right\n\n1 test: 1 passed\n',
    });
    const none = await oncall(['test', '--filter', 'left'], { cwd });
    expect({ code: none.code, stdout: none.stdout }).toEqual({ code: 64, stdout: '' });
  });

  it('runs nothing where the text has errors, and says where there is no test', async () => {
    const none = folder({ 'main.oncall': team });
    expect(await oncall(['test'], { cwd: none })).toEqual({
      code: 0,
      stdout: '',
      stderr: 'the project has no tests\n',
    });
    const cwd = folder({ 'main.oncall': `${team}${tests}plan x < stage 5m < notify @eve > >\n` });
    const { code, stdout, stderr } = await oncall(['test', '--format', 'json'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('error[dangling-contact]');
  });

  it('shows no address', async () => {
    const cwd = folder({ 'main.oncall': team, 'tests.oncall': tests });
    for (const format of ['pretty', 'json', 'junit', 'tap']) {
      const { stdout, stderr } = await oncall(['test', '--format', format], { cwd });
      for (const address of addresses) expect(stdout + stderr).not.toContain(address);
    }
  });
});
