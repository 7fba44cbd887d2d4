import { describe, expect, it } from 'vitest';
import { folder, oncall } from './oncall.ts';
import { team } from './time-project.ts';

const tests = `test "alice answers" <
  page @sre at 2026-01-06T03:00 "America/New_York"
  ack @alice after 3m
  expect no @bob
>
`;

const files = { 'main.oncall': team, 'tests.oncall': tests };

describe('oncall test --coverage', () => {
  it('tells which plans, stages and schedules no test reaches, and where they stand', async () => {
    const cwd = folder(files);
    const { code, stdout } = await oncall(['test', '--coverage'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'pass  alice answers',
        '',
        '1 test: 1 passed',
        'coverage: 1 of 3 stages of plans reached, 33.3 %',
        '  not reached by any test:',
        '    stage 2 of plan sre     main.oncall:39',
        '    plan everyone, 1 stage  main.oncall:45',
        '    schedule office         main.oncall:30',
        '    schedule day            main.oncall:35',
        '',
      ].join('\n'),
    );
  });

  it('is in the JSON where it was asked for', async () => {
    const cwd = folder(files);
    const { stdout } = await oncall(['test', '--coverage', '--format', 'json'], { cwd });
    const { coverage } = JSON.parse(stdout);
    expect(coverage).toEqual({
      stages: { reached: 1, total: 3, percent: expect.closeTo(33.333, 2) },
      plans: [
        {
          name: 'sre',
          file: 'main.oncall',
          line: 37,
          reached: true,
          stages: [
            { stage: 1, line: 38, reached: true },
            { stage: 2, line: 39, reached: false },
          ],
        },
        {
          name: 'everyone',
          file: 'main.oncall',
          line: 45,
          reached: false,
          stages: [{ stage: 1, line: 45, reached: false }],
        },
      ],
      schedules: [
        { name: 'primary', file: 'main.oncall', line: 28, reached: true },
        { name: 'office', file: 'main.oncall', line: 30, reached: false },
        { name: 'day', file: 'main.oncall', line: 35, reached: false },
      ],
    });
    const plain = await oncall(['test', '--format', 'json'], { cwd });
    expect(JSON.parse(plain.stdout)).not.toHaveProperty('coverage');
  });

  it('holds a threshold in every format, without tests too', async () => {
    const cwd = folder(files);
    for (const format of ['pretty', 'json', 'junit', 'tap']) {
      const words = ['test', '--format', format, '--coverage-threshold'];
      const below = await oncall([...words, '34'], { cwd });
      expect(below.code).toBe(1);
      expect(below.stderr).toContain(
        '33.3 % of stages reached, and --coverage-threshold asks for 34 %\n',
      );
      expect((await oncall([...words, '33'], { cwd })).code).toBe(0);
    }
    const none = folder({ 'main.oncall': team });
    const { code, stdout } = await oncall(['test', '--coverage-threshold', '1'], { cwd: none });
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringContaining('0 of 3 stages of plans reached, 0 %'),
    });
    expect((await oncall(['test', '--coverage-threshold', '101'], { cwd })).code).toBe(64);
  });
});
