import { describe, expect, it } from 'vitest';
import type { LiveRotation } from '../../src/index.ts';
import { account, fileOf, override, person, rotation, sourceOf } from './live-account.ts';

function written(more: Partial<LiveRotation>): string {
  const live = account(person('ann'), person('bob'), rotation('primary', ['ann', 'bob'], more));
  const made = sourceOf(live);
  expect(made.unmanaged.filter(({ kind }) => kind !== 'override')).toEqual([]);
  return fileOf(made, 'rotations');
}

const bare = { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 };
const at = (HourOfDay: number, MinuteOfHour = 0) => ({ HourOfDay, MinuteOfHour });

describe('writeRotation', () => {
  it('says no more than it must', () => {
    expect(written({})).toBe(`rotation primary <
  zone "UTC"
  start 2026-01-05T14:10
  members @ann @bob
  daily 09:00
>
`);
  });

  it.each([
    ['America/New_York', 1_767_625_200, '2026-01-05T10:00'],
    ['Asia/Kolkata', 1_767_625_200, '2026-01-05T20:30'],
    ['UTC', 1_767_625_237, '2026-01-05T15:00:37'],
    // The hour that New York has twice: first the one, then the other.
    ['America/New_York', 1_793_511_000, '2026-11-01T05:30:00Z'],
    ['America/New_York', 1_793_514_600, '2026-11-01T06:30:00Z'],
    ['America/New_York', 1_793_518_200, '2026-11-01T02:30'],
    ['UTC', 1_767_625_200.75, '2026-01-05T15:00'],
  ])('tells by the clocks of %s when %d is', (timeZoneId, startTime, start) => {
    expect(written({ timeZoneId, startTime })).toContain(`\n  start ${start}\n`);
  });

  it.each([
    [{ WeeklySettings: [{ DayOfWeek: 'MON', HandOffTime: at(9) }] }, 'weekly mon 09:00'],
    [
      {
        WeeklySettings: [
          { DayOfWeek: 'FRI', HandOffTime: at(17, 30) },
          { DayOfWeek: 'MON', HandOffTime: at(0) },
        ],
      },
      'weekly fri 17:30 mon 00:00',
    ],
    [{ MonthlySettings: [{ DayOfMonth: 31, HandOffTime: at(23, 59) }] }, 'monthly 31 23:59'],
    [{ DailySettings: [at(8), at(20)], RecurrenceMultiplier: 2 }, 'daily 08:00 20:00\n  every 2'],
    [{ DailySettings: [at(8)], NumberOfOnCalls: 2 }, 'on-call 2\n  daily 08:00'],
  ] as const)('tells the hand-offs of %j', (settings, text) => {
    expect(written({ recurrence: { ...bare, ...settings } })).toContain(`\n  ${text}\n>`);
  });

  it('tells coverage by days that are alike', () => {
    const day = [
      { Start: at(13), End: at(17) },
      { Start: at(8), End: at(12) },
    ];
    const ShiftCoverages = { SUN: [{ Start: at(22), End: at(6) }], TUE: day, MON: day, WED: [] };
    expect(written({ recurrence: { ...bare, DailySettings: [at(9)], ShiftCoverages } })).toContain(
      '\n  cover mon..tue 08:00..12:00 13:00..17:00\n  cover sun 22:00..06:00\n',
    );
  });

  it('tells overrides to come in their order, and of nobody too', () => {
    const hour = 3_600;
    const noon = Date.UTC(2026, 5, 1, 12) / 1_000;
    const text = written({
      overrides: [
        override('late', noon + 5 * hour, noon + 6 * hour, ['bob', 'ann']),
        override('early', noon, noon + hour),
        override('over', noon - 99 * hour, noon - 98 * hour, ['ann'], true),
      ],
    });
    expect(text.match(/override .*/g)).toEqual([
      'override 2026-06-01T12:00..2026-06-01T13:00 < >',
      'override 2026-06-01T17:00..2026-06-01T18:00 < @bob @ann >',
    ]);
  });

  it('leaves overrides that overlap to those who made them', () => {
    const noon = Date.UTC(2026, 5, 1, 12) / 1_000;
    const text = written({
      overrides: [
        override('one', noon, noon + 7_200, ['ann']),
        override('two', noon, noon + 7_200),
      ],
    });
    expect(text.match(/^ +# override .*/gm)).toHaveLength(2);
    expect(text.match(/^ +override/gm)).toBeNull();
  });
});
