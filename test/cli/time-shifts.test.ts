import { describe, expect, it } from 'vitest';
import { folder, oncall } from './oncall.ts';
import { team } from './time-project.ts';

async function run(...words: readonly string[]) {
  return oncall(words, { cwd: folder({ 'main.oncall': team }) });
}

describe('oncall shifts', () => {
  it('shows the shifts of a rotation by its own clocks, whole', async () => {
    const words = ['--from', '2026-01-06', '--to', '2026-01-15'];
    const { code, stdout, stderr } = await run('shifts', '@primary', ...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/estimate/) });
    expect(stdout).toBe(
      [
        'rotation primary, America/New_York',
        '  Mon 2026-01-05 09:00  Mon 2026-01-12 09:00     1w  alice',
        '  Mon 2026-01-12 09:00  Wed 2026-01-14 09:00     2d  bob',
        '  Wed 2026-01-14 09:00  Wed 2026-01-14 17:00     8h  NOBODY  overridden instead of bob',
        '  Wed 2026-01-14 17:00  Mon 2026-01-19 09:00  4d16h  bob',
        '',
      ].join('\n'),
    );
  });

  it('prints JSON, in UTC', async () => {
    const words = ['--from', '2026-01-12T09:00', '--to', '2026-01-14T14:00:01Z'];
    const { code, stdout } = await run('shifts', '@primary', ...words, '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      shifts: [
        {
          rotation: 'primary',
          start: '2026-01-12T14:00:00Z',
          end: '2026-01-14T14:00:00Z',
          contacts: ['bob'],
          type: 'regular',
        },
        {
          rotation: 'primary',
          start: '2026-01-14T14:00:00Z',
          end: '2026-01-14T22:00:00Z',
          contacts: [],
          type: 'overridden',
          replaced: ['bob'],
        },
      ],
    });
  });

  it.each([
    ['2026-07-06T09:00', '2026-07-06T09:01', '2026-07-06T08:00:00Z'],
    ['2026-07-06', '2026-07-07', '2026-07-06T08:00:00Z'],
    ['2026-07-06T04:00-04:00', '2026-07-06T08:00:01Z', '2026-07-06T08:00:00Z'],
  ])('takes %s to %s', async (from, to, start) => {
    const words = ['--from', from, '--to', to, '--format', 'json'];
    const { stdout } = await run('shifts', 'rotation/office', ...words);
    expect(JSON.parse(stdout).shifts.map((it: { start: string }) => it.start)).toEqual([start]);
  });

  it('shows each rotation of a schedule, each by its own clocks', async () => {
    const words = ['--from', '2026-01-10', '--to', '2026-01-12'];
    const { stdout } = await run('shifts', 'schedule/office', ...words);
    expect(stdout).toBe(
      [
        'rotation office, Europe/London',
        '  no shifts',
        '',
        'rotation primary, America/New_York',
        '  Mon 2026-01-05 09:00  Mon 2026-01-12 09:00  1w  alice',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [['@office'], '@office is a rotation and a schedule\n  Write rotation/office or schedule'],
    [['@primry'], 'the project has no rotation or schedule @primry\n  Did you mean @primary?'],
    [['plan/sre'], 'the project has no rotation or schedule plan/sre'],
    [['primary/x'], 'oncall shifts needs a @NAME'],
    [['@primary', '@office'], 'oncall shifts takes one @NAME, not also @office'],
  ])('is exit 64 for %j', async (subjects, message) => {
    const words = ['--from', '2026-01-10', '--to', '2026-01-12'];
    const { code, stdout, stderr } = await run('shifts', ...subjects, ...words);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each([
    [['--from', '2026-01-10'], 'oncall shifts needs --to'],
    [['--from', '2026-02-30', '--to', '2026-03-01'], "--from can't be 2026-02-30"],
    [['--from', '2026-03-01', '--to', '2026-03-01'], '--to must be later than --from'],
  ])('is exit 64 for %j', async (words, message) => {
    const { code, stdout, stderr } = await run('shifts', '@primary', ...words);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
  });
});
