import { describe, expect, it } from 'vitest';
import { load } from '../src/load.ts';
import { at, rotationOf } from './projects.ts';

const hour = 3_600;

function loadOf(rotations: readonly string[], from: string, to: string, zone: string) {
  const named = new Map(rotations.map((items, index) => [`r${index}`, rotationOf(items)]));
  const schedule = { rotations: [...named.keys()].map((name) => ({ name })) };
  return load({ rotations: named }, schedule, { from: at(from, zone), to: at(to, zone) });
}

const weeks = `zone "America/New_York" start 2026-01-05T09:00 members @a @b weekly mon 09:00`;

describe('load', () => {
  it('of whole weeks, one with a clock change', () => {
    const zone = 'America/New_York';
    const [a, b] = loadOf([weeks], '2026-03-02T09:00', '2026-03-23T09:00', zone);
    expect(a).toEqual({
      contact: 'a',
      seconds: (2 * 168 - 1) * hour,
      shifts: 2,
      nights: 14,
      nightSeconds: (14 * 8 - 1) * hour,
      weekends: 2,
      weekendSeconds: (2 * 48 - 1) * hour,
      longestShift: 168 * hour,
      shortestRest: 168 * hour,
    });
    expect(b).toMatchObject({ contact: 'b', nights: 7, shifts: 1, shortestRest: undefined });
  });

  it('counts each night and weekend that is touched, and only seconds within', () => {
    const items = `
      zone "UTC" start 2026-01-05T00:00 members @a weekly mon 09:00
      cover mon..thu 21:00..23:00
      cover sun 23:00..01:00`;
    const [a] = loadOf([items], '2026-01-05T09:00', '2026-01-12T09:00', 'UTC');
    expect(a).toMatchObject({
      seconds: 10 * hour,
      nights: 5,
      nightSeconds: 6 * hour,
      weekends: 1,
      weekendSeconds: hour,
      longestShift: 2 * hour,
      shortestRest: 22 * hour,
    });
  });

  it('does not count an hour twice for two rotations', () => {
    const [a] = loadOf([weeks, weeks], '2026-01-05T09:00', '2026-01-12T09:00', 'America/New_York');
    expect(a).toMatchObject({ seconds: 168 * hour, nights: 7, nightSeconds: 56 * hour, shifts: 2 });
  });

  it('lists a member without a shift, and one whom an override brings', () => {
    const items = `
      zone "UTC" start 2026-01-05T00:00 members @a @b daily 00:00
      every 2
      override 2026-01-05T10:00..2026-01-05T12:00 < @x >`;
    const found = loadOf([items], '2026-01-05T00:00', '2026-01-06T00:00', 'UTC');
    expect(found.map(({ contact, seconds }) => [contact, seconds / hour])).toEqual([
      ['a', 22],
      ['b', 0],
      ['x', 2],
    ]);
  });

  it('of more shifts than a call takes arguments', () => {
    const everyHour = Array.from({ length: 24 }, (_, hour) => `${hour}:00`.padStart(5, '0'));
    const items = `
      zone "UTC" start 2000-01-01T00:00 members @a daily ${everyHour.join(' ')}
      cover mon..sun 00:00..23:30`;
    const [a] = loadOf([items], '2000-01-01T00:00', '2020-01-01T00:00', 'UTC');
    expect(a).toMatchObject({
      shifts: 24 * 7_305,
      seconds: 23.5 * 7_305 * hour,
      longestShift: hour,
      shortestRest: hour / 2,
    });
  });
});
