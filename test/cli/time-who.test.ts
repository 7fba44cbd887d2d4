import { describe, expect, it } from 'vitest';
import { folder, oncall } from './oncall.ts';
import { team } from './time-project.ts';

async function run(...words: readonly string[]) {
  return oncall(words, { cwd: folder({ 'main.oncall': team }) });
}

describe('oncall who', () => {
  it('tells who is on call, until when, and who is next', async () => {
    const words = ['who', '@primary', 'schedule/office', '--at', '2026-01-09T17:00:00Z'];
    const { code, stdout, stderr } = await run(...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/estimate/) });
    expect(stdout).toBe(
      [
        'primary: alice',
        '  primary  alice until Mon 2026-01-12 09:00 America/New_York, then bob',
        '',
        'office: alice',
        '  office   nobody until Mon 2026-01-12 09:00 Europe/London, then bob',
        '  primary  alice until Mon 2026-01-12 09:00 America/New_York, then bob',
        '',
      ].join('\n'),
    );
  });

  it('says NOBODY, now and next', async () => {
    const now = await run('who', '@day', '--at', '2026-01-10T12:00');
    expect(now.stdout).toBe(
      'day: NOBODY\n  office  NOBODY until Mon 2026-01-12 09:00 Europe/London, then bob\n',
    );
    const next = await run('who', '@primary', '--at', '2026-01-13T12:00');
    expect(next.stdout).toBe(
      'primary: bob\n  primary  bob until Wed 2026-01-14 09:00, then NOBODY until Wed 2026-01-14 17:00 America/New_York, then bob\n',
    );
  });

  it('looks at all schedules and at the clock where nothing is said', async () => {
    const { code, stdout } = await run('who', '--format', 'json');
    expect(code).toBe(0);
    const { at, schedules } = JSON.parse(stdout);
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
    expect(schedules.map(({ name }: { name: string }) => name)).toEqual([
      'primary',
      'office',
      'day',
    ]);
  });

  it('prints JSON, in UTC', async () => {
    const { stdout } = await run('who', '@day', '--at', '2026-01-09T10:00', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual({
      at: '2026-01-09T10:00:00Z',
      schedules: [
        {
          name: 'day',
          contacts: ['bob'],
          rotations: [
            {
              rotation: 'office',
              contacts: ['bob'],
              until: '2026-01-09T17:00:00Z',
              next: { start: '2026-01-12T09:00:00Z', contacts: ['bob'] },
            },
          ],
        },
      ],
    });
  });

  it.each([
    [['@sre'], 'the project has no schedule @sre'],
    [['rotation/primary'], 'the project has no schedule rotation/primary'],
    [['@office', '--at', '2026-01-10T12:00'], '--at is one time in Europe/London and another in'],
    [['--at', 'noon'], "--at can't be noon"],
  ])('is exit 64 for %j', async (words, message) => {
    const { code, stdout, stderr } = await run('who', ...words);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
  });
});
