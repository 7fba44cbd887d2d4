import { isTimeZone } from '@oncall/language';
import type { RotationRules } from '@oncall/simulator';
import type { LiveRotation } from '../live-state.ts';
import { type DayOfWeek, daysOfWeek, type HandOffTime, type Recurrence } from '../wire.ts';

/**
 * What of a live rotation decides about time. Undefined where it can't be told who is on call: in
 * a zone that is not known here, or without hand-offs.
 */
export function rotationRules(
  { startTime, timeZoneId, contactIds, recurrence, overrides }: LiveRotation,
  nameOf: (arn: string) => string,
): RotationRules | undefined {
  const handOffs = handOffsOf(recurrence);
  if (!isTimeZone(timeZoneId) || handOffs.times.length === 0) return undefined;
  const people = (arns: readonly string[]) => arns.map((arn) => ({ name: nameOf(arn) }));
  const { NumberOfOnCalls, RecurrenceMultiplier, ShiftCoverages = {} } = recurrence;
  return {
    zone: { value: timeZoneId },
    start: { value: Math.floor(startTime) },
    members: people(contactIds),
    onCall: NumberOfOnCalls,
    handOffs,
    every: RecurrenceMultiplier,
    coverage: daysOfWeek.flatMap((day) =>
      (ShiftCoverages[day] ?? []).map(({ Start, End }) => ({
        day: weekDay(day),
        start: clock(Start),
        end: clock(End),
      })),
    ),
    overrides: overrides.map((override) => ({
      start: { value: Math.floor(override.startTime) },
      end: { value: Math.floor(override.endTime) },
      members: people(override.contactIds),
    })),
  };
}

function handOffsOf(recurrence: Recurrence): RotationRules['handOffs'] {
  const { DailySettings = [], WeeklySettings, MonthlySettings } = recurrence;
  if (WeeklySettings !== undefined && WeeklySettings.length > 0) {
    const times = WeeklySettings.map(({ DayOfWeek, HandOffTime }) => ({
      day: weekDay(DayOfWeek),
      time: clock(HandOffTime),
    }));
    return { kind: 'weekly', times };
  }
  if (MonthlySettings !== undefined && MonthlySettings.length > 0) {
    const times = MonthlySettings.map(({ DayOfMonth, HandOffTime }) => ({
      day: DayOfMonth,
      time: clock(HandOffTime),
    }));
    return { kind: 'monthly', times };
  }
  return { kind: 'daily', times: DailySettings.map(clock) };
}

function clock({ HourOfDay, MinuteOfHour }: HandOffTime) {
  return { hour: HourOfDay, minute: MinuteOfHour };
}

function weekDay(day: DayOfWeek) {
  return day.toLowerCase() as Lowercase<DayOfWeek>;
}
