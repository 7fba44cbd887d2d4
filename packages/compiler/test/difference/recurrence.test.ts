import { describe, expect, it } from 'vitest';
import { compareRecurrence } from '../../src/difference/recurrence.ts';
import { describeReason, type Recurrence } from '../../src/index.ts';

const at = (HourOfDay: number, MinuteOfHour = 0) => ({ HourOfDay, MinuteOfHour });
const window = (start: number, end: number) => ({ Start: at(start), End: at(end) });
const base: Recurrence = { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 };
const daily: Recurrence = { ...base, DailySettings: [at(9)] };

describe('compareRecurrence', () => {
  it.each<[string, Recurrence, Recurrence]>([
    [
      'empty lists',
      daily,
      { ...daily, WeeklySettings: [], MonthlySettings: [], ShiftCoverages: {} },
    ],
    ['a day without windows', daily, { ...daily, ShiftCoverages: { MON: [] } }],
    [
      'the order of hand-offs',
      { ...base, DailySettings: [at(9), at(17)] },
      { ...base, DailySettings: [at(17), at(9)] },
    ],
    [
      'the order of windows and days',
      { ...daily, ShiftCoverages: { MON: [window(9, 12), window(13, 17)], FRI: [window(9, 12)] } },
      { ...daily, ShiftCoverages: { FRI: [window(9, 12)], MON: [window(13, 17), window(9, 12)] } },
    ],
  ])('sees no difference in %s', (_, wanted, live) => {
    expect(compareRecurrence(wanted, live)).toEqual([]);
  });

  it.each<[Recurrence, Recurrence, string]>([
    [{ ...daily, NumberOfOnCalls: 2 }, daily, 'on-call: 1 → 2'],
    [{ ...daily, RecurrenceMultiplier: 3 }, daily, 'every: 1 → 3'],
    [{ ...base, DailySettings: [at(9, 30)] }, daily, 'hand-off: daily 09:00 → daily 09:30'],
    [
      { ...base, WeeklySettings: [{ DayOfWeek: 'MON', HandOffTime: at(9) }] },
      daily,
      'hand-off: daily 09:00 → weekly mon 09:00',
    ],
    [
      { ...base, MonthlySettings: [{ DayOfMonth: 15, HandOffTime: at(9) }] },
      { ...base, MonthlySettings: [{ DayOfMonth: 1, HandOffTime: at(9) }] },
      'hand-off: monthly 1 09:00 → monthly 15 09:00',
    ],
    [
      { ...daily, ShiftCoverages: { MON: [window(9, 17)], TUE: [window(22, 6)] } },
      daily,
      'cover: none → mon 09:00..17:00, tue 22:00..06:00',
    ],
    [
      { ...daily, ShiftCoverages: { MON: [window(9, 17)] } },
      { ...daily, ShiftCoverages: { TUE: [window(9, 17)] } },
      'cover: tue 09:00..17:00 → mon 09:00..17:00',
    ],
    [
      {
        ...daily,
        ShiftCoverages: { MON: [window(9, 17)], TUE: [window(9, 17)], THU: [window(9, 17)] },
      },
      daily,
      'cover: none → mon..tue 09:00..17:00, thu 09:00..17:00',
    ],
  ])('sees a difference: %#', (wanted, live, reason) => {
    expect(compareRecurrence(wanted, live).map(describeReason)).toEqual([reason]);
  });
});
