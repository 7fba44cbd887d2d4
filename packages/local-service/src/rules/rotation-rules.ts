import type { RotationRules } from '@oncall/simulator';
import type { Value } from '../model/shapes.ts';

/** A rotation as the service knows it, stored or asked about. Instants are epoch seconds. */
export interface RotationSettings {
  readonly start: number;
  readonly zone: string;
  readonly recurrence: Value<'RecurrenceSettings'>;
  /** ARNs, or whatever names were asked about. */
  readonly members: readonly string[];
  readonly overrides: readonly {
    readonly start: number;
    readonly end: number;
    readonly members: readonly string[];
  }[];
}

/** What the simulator reckons with. The recurrence must be one that was accepted. */
export function rotationRules(settings: RotationSettings): RotationRules {
  const { start, zone, recurrence, members, overrides } = settings;
  return {
    zone: { value: zone },
    start: { value: Math.floor(start) },
    members: members.map(named),
    onCall: recurrence.NumberOfOnCalls,
    handOffs: handOffs(recurrence),
    every: recurrence.RecurrenceMultiplier,
    coverage: coverage(recurrence),
    overrides: overrides.map((override) => ({
      start: { value: Math.floor(override.start) },
      end: { value: Math.floor(override.end) },
      members: override.members.map(named),
    })),
  };
}

function named(name: string) {
  return { name };
}

function handOffs(recurrence: Value<'RecurrenceSettings'>): RotationRules['handOffs'] {
  const { DailySettings = [], WeeklySettings, MonthlySettings } = recurrence;
  if (WeeklySettings) {
    const times = WeeklySettings.map(({ DayOfWeek, HandOffTime }) => ({
      day: weekDay(DayOfWeek),
      time: clock(HandOffTime),
    }));
    return { kind: 'weekly', times };
  }
  if (MonthlySettings) {
    const times = MonthlySettings.map(({ DayOfMonth, HandOffTime }) => ({
      day: DayOfMonth,
      time: clock(HandOffTime),
    }));
    return { kind: 'monthly', times };
  }
  return { kind: 'daily', times: DailySettings.map(clock) };
}

function coverage({ ShiftCoverages = {} }: Value<'RecurrenceSettings'>): RotationRules['coverage'] {
  return Object.entries(ShiftCoverages).flatMap(([day, windows]) =>
    windows.flatMap(({ Start, End }) =>
      Start && End
        ? [{ day: weekDay(day as Value<'DayOfWeek'>), start: clock(Start), end: clock(End) }]
        : [],
    ),
  );
}

function weekDay(day: Value<'DayOfWeek'>) {
  return day.toLowerCase() as Lowercase<Value<'DayOfWeek'>>;
}

function clock({ HourOfDay, MinuteOfHour }: Value<'HandOffTime'>) {
  return { hour: HourOfDay, minute: MinuteOfHour };
}
