import { describe, expect, it } from 'vitest';
import { cycleOf } from '../src/cycle.ts';
import { at, rotationOf, shown } from './projects.ts';

const from = '2026-01-07T12:34Z';

function cycle(...rotations: readonly string[]) {
  const found = cycleOf(
    rotations.map((items) => rotationOf(`start 2026-01-05T09:00\n${items}`)),
    at(from),
  );
  return { ...found, days: (found.end - found.start) / 86_400 };
}

describe('a cycle', () => {
  it.each([
    ['3 weeks', 54 * 7, ['zone "UTC" members @a @b @c weekly mon 09:00']],
    [
      '2 hand-offs a week of 4: 2 weeks',
      54 * 7,
      ['zone "UTC" members @a @b @c @d weekly mon 09:00 fri 09:00'],
    ],
    ['every 5 weeks of 2: 10 weeks', 60 * 7, ['zone "UTC" members @a @b weekly mon 09:00 every 5']],
    [
      'days without windows: 5 days',
      370,
      ['zone "UTC" members @a @b @c @d @e on-call 2 daily 09:00'],
    ],
    [
      '2 days with windows of a week: 14 days',
      27 * 14,
      ['zone "UTC" members @a @b daily 09:00 cover mon 09:00..10:00 '],
    ],
    [
      '7, 5 and 3 weeks: 105',
      105 * 7,
      [
        'zone "UTC" members @a @b @c @d @e @f @g weekly mon 09:00',
        'zone "UTC" members @a @b @c @d @e weekly mon 09:00',
        'zone "UTC" members @a @b @c weekly mon 09:00',
      ],
    ],
    [
      'weeks and months: 28 years',
      10_227,
      [
        'zone "UTC" members @a @b @c weekly mon 09:00',
        'zone "UTC" members @a monthly 1 09:00',
        'zone "UTC" members @a @b monthly 1 09:00',
      ],
    ],
  ] as const)('of %s', (_, days, rotations) => {
    expect(cycle(...rotations)).toMatchObject({ days, isWhole: true });
  });

  it('of months ends on the same day', () => {
    const { end, isWhole } = cycle('zone "UTC" members @a @b @c @d @e monthly 15 09:00');
    expect(shown('UTC', end)).toBe('wed 2027-04-07 12:34 +00:00');
    expect(isWhole).toBe(true);
  });

  it('keeps the time of day through clock changes', () => {
    const { end } = cycle(
      'zone "America/New_York" members @a @b @c @d @e @f @g @h @i @j weekly mon 09:00',
    );
    expect(shown('America/New_York', end)).toBe('wed 2027-03-03 07:34 -05:00');
  });

  it('holds a whole period after a start to come', () => {
    const rotation = rotationOf('start 2029-01-01T09:00 zone "UTC" members @a @b weekly mon 09:00');
    const { end } = cycleOf([rotation], at(from));
    expect(end).toBeGreaterThanOrEqual(at('2029-01-15T09:00Z'));
  });

  it('of over 28 years is cut, and says so', () => {
    const many = (count: number) =>
      `zone "UTC" members ${[...'abcdefghijklmnopqrstuvwxyz']
        .slice(0, count)
        .map((it) => `@${it}`)
        .join(' ')} weekly mon 09:00`;
    expect(cycle(many(23), many(19), many(17))).toMatchObject({ days: 10_227, isWhole: false });
  });
});
