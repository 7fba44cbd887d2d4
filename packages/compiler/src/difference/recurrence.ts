import { daysOfWeek, type Recurrence } from '../wire.ts';
import { property, type Reason } from './change.ts';
import { sameItems } from './engagement.ts';
import { coverageWords, handOffWords } from './words.ts';

/**
 * Why two recurrences differ. The order of hand-offs and of a day's windows means nothing, and an
 * empty list is none.
 */
export function compareRecurrence(wanted: Recurrence, live: Recurrence): readonly Reason[] {
  const reasons: Reason[] = [];
  const compareNumber = (word: string, before: number, after: number): void => {
    if (before !== after) reasons.push(property(word, String(before), String(after)));
  };
  compareNumber('on-call', live.NumberOfOnCalls, wanted.NumberOfOnCalls);
  compareNumber('every', live.RecurrenceMultiplier, wanted.RecurrenceMultiplier);
  if (!sameItems(handOffKeys(wanted), handOffKeys(live))) {
    reasons.push(property('hand-off', handOffWords(live), handOffWords(wanted)));
  }
  if (!sameItems(coverageKeys(wanted), coverageKeys(live))) {
    reasons.push(property('cover', coverageWords(live), coverageWords(wanted)));
  }
  return reasons;
}

function handOffKeys(recurrence: Recurrence): readonly string[] {
  const { DailySettings, WeeklySettings, MonthlySettings } = recurrence;
  return [
    ...(DailySettings ?? []).map((at) => handOffWords({ ...bare, DailySettings: [at] })),
    ...(WeeklySettings ?? []).map((at) => handOffWords({ ...bare, WeeklySettings: [at] })),
    ...(MonthlySettings ?? []).map((at) => handOffWords({ ...bare, MonthlySettings: [at] })),
  ];
}

function coverageKeys({ ShiftCoverages = {} }: Recurrence): readonly string[] {
  return daysOfWeek.flatMap((day) =>
    (ShiftCoverages[day] ?? []).map(
      (window) => coverageWords({ ...bare, ShiftCoverages: { [day]: [window] } }) ?? '',
    ),
  );
}

const bare = { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 };
