import { describe, expect, it } from 'vitest';
import { folder, oncall } from './oncall.ts';
import { team } from './time-project.ts';

async function run(...words: readonly string[]) {
  return oncall(words, { cwd: folder({ 'main.oncall': team }) });
}

const january = ['--from', '2026-01-05T14:00:00Z', '--to', '2026-01-19T14:00:00Z'];

describe('oncall coverage', () => {
  it('tells gaps, and what it costs whom', async () => {
    const { code, stdout, stderr } = await run('coverage', '@primary', ...january);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/estimate/) });
    expect(stdout).toBe(
      [
        'primary, Mon 2026-01-05 09:00 to Mon 2026-01-19 09:00 America/New_York',
        '  97.61 % covered, 1 gap, 8h in all:',
        '    Wed 2026-01-14 09:00 to Wed 2026-01-14 17:00  8h',
        '',
        '         hours   share  shifts  nights  weekends  longest  shortest rest',
        '  alice  168.0  51.2 %       1       7         1       1w              -',
        '  bob    160.0  48.8 %       2       7         1    4d16h             8h',
        '  balance: 160.0 to 168.0 hours a person',
        '',
      ].join('\n'),
    );
  });

  it('prints JSON: gaps exact and cut to the window, nothing rounded', async () => {
    const words = ['--from', '2026-01-14T12:00', '--to', '2026-01-15T12:00', '--format', 'json'];
    const { stdout } = await run('coverage', '@primary', ...words);
    expect(JSON.parse(stdout)).toEqual({
      schedules: [
        {
          name: 'primary',
          from: '2026-01-14T17:00:00Z',
          to: '2026-01-15T17:00:00Z',
          wholeCycle: false,
          covered: 19 / 24,
          gaps: [{ start: '2026-01-14T17:00:00Z', end: '2026-01-14T22:00:00Z' }],
          overlaps: [],
          load: [
            expect.objectContaining({ contact: 'alice', hours: 0, share: 0, shifts: 0 }),
            expect.objectContaining({ contact: 'bob', hours: 19, share: 1, shifts: 1 }),
          ],
        },
      ],
    });
  });

  it('says so where the whole cycle is too long', async () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const project = `
      ${people.map((it) => `extern contact ${it} "arn:aws:ssm-contacts:us-east-2:111122223333:contact/${it}"`).join('\n')}
      rotation weeks < zone "UTC" start 2026-01-05T09:00 members @a @b @c @d @e @f @g weekly mon 09:00 >
      rotation months < zone "UTC" start 2026-01-05T09:00 members @a @b @c @d @e monthly 1 09:00 >
      schedule both < rotation @weeks rotation @months >`;
    const cwd = folder({ 'main.oncall': project });
    const [first] = (await oncall(['coverage'], { cwd })).stdout.split('\n');
    expect(first).toMatch(/ UTC, the first 28 years of a longer cycle$/);
    const asked = await oncall(['coverage', ...january], { cwd });
    expect(asked.stdout).toMatch(/^both, .* UTC\n/);
  });

  it('tells overlaps, and who is on call twice', async () => {
    const { stdout } = await run('coverage', '@office', ...january);
    expect(stdout).toContain('  12 overlaps, 3d5h in all; twice at once on call: bob\n');
    const json = await run('coverage', '@office', ...january, '--format', 'json');
    const { overlaps } = JSON.parse(json.stdout).schedules[0];
    expect(overlaps[0]).toEqual({
      start: '2026-01-05T14:00:00Z',
      end: '2026-01-05T17:00:00Z',
      rotations: ['office', 'primary'],
      twice: [],
    });
  });

  it('looks at the whole cycle of all schedules from now on, where nothing is said', async () => {
    const { code, stdout } = await run('coverage', '--format', 'json');
    expect(code).toBe(0);
    const { schedules } = JSON.parse(stdout);
    expect(schedules).toHaveLength(3);
    for (const { from, to, wholeCycle } of schedules) {
      expect(Math.abs(Date.parse(from) - Date.now())).toBeLessThan(60_000);
      expect(Date.parse(to) - Date.parse(from)).toBeGreaterThan(365 * 86_400_000);
      expect(wholeCycle).toBe(true);
    }
  });

  it('shows the first gaps alone where there are many', async () => {
    const { stdout } = await run('coverage', '@day', '--from', '2026-02-02', '--to', '2026-03-02');
    expect(stdout).toContain('23.80 % covered, 21 gaps, 3w8h in all:\n');
    expect(stdout).toContain('    and 11 more, which --format json lists\n');
    expect(stdout.match(/^ {4}\w{3} \d{4}/gm)).toHaveLength(10);
  });

  it.each([
    [['rotation/primary'], 'the project has no schedule rotation/primary'],
    [['@primary', '--from', '2026-01-06', '--to', '2026-01-05'], '--to must be later than --from'],
    [['@primary', '--to', '2026-01-05'], '--to must be later than now'],
    [['@office', '--from', '2026-01-06'], '--from is one time in Europe/London and another in'],
  ])('is exit 64 for %j', async (words, message) => {
    const { code, stdout, stderr } = await run('coverage', ...words);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
  });
});
