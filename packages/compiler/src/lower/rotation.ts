import type { ClockTime, CoverageWindow, HandOffs, Rotation, WeekDay } from '@oncall/language';
import type { Arn } from '../arn.ts';
import { type Annotated, compose } from '../compose.ts';
import type { RotationResource } from '../resource.ts';
import {
  type CoverageTime,
  type CreateRotationInput,
  type DayOfWeek,
  daysOfWeek,
  type HandOffTime,
  type Recurrence,
  type ShiftCoverages,
} from '../wire.ts';
import type { Scope } from './scope.ts';
import { tags } from './tags.ts';

/** The request that makes a rotation: who takes turns, when, and which hours are covered. */
export function rotation(scope: Scope, declared: Rotation): RotationResource {
  const { origin } = declared;
  return {
    kind: 'rotation',
    id: rotationId(declared.name),
    name: declared.name,
    operation: 'CreateRotation',
    origin,
    ...compose<CreateRotationInput<Arn>>({
      Name: { value: declared.label, origin },
      ContactIds: declared.members.map(scope.refer),
      StartTime: declared.start,
      TimeZoneId: declared.zone,
      Recurrence: recurrence(declared),
      Tags: tags(scope, declared.tags, declared),
    }),
  };
}

export function rotationId(name: string): string {
  return `rotation/${name}`;
}

export function recurrence({
  onCall,
  every,
  handOffs,
  coverage,
  origin,
}: Rotation): Annotated<Recurrence> {
  return {
    NumberOfOnCalls: { value: onCall, origin },
    RecurrenceMultiplier: { value: every, origin },
    ...settings(handOffs),
    ShiftCoverages: coverage.length === 0 ? undefined : coverages(coverage),
  };
}

type Settings = Pick<Recurrence, 'DailySettings' | 'WeeklySettings' | 'MonthlySettings'>;

function settings(written: HandOffs): Annotated<Settings> {
  const { origin } = written;
  switch (written.kind) {
    case 'daily':
      return { DailySettings: written.times.map((time) => ({ value: clock(time), origin })) };
    case 'weekly':
      return {
        WeeklySettings: written.times.map(({ day, time }) => ({
          value: { DayOfWeek: dayOfWeek(day), HandOffTime: clock(time) },
          origin,
        })),
      };
    case 'monthly':
      return {
        MonthlySettings: written.times.map(({ day, time }) => ({
          value: { DayOfMonth: day, HandOffTime: clock(time) },
          origin,
        })),
      };
  }
}

function coverages(windows: readonly CoverageWindow[]): Annotated<ShiftCoverages> {
  const days: Partial<Record<DayOfWeek, Annotated<CoverageTime>[]>> = {};
  for (const day of daysOfWeek) {
    const ofDay = windows.filter((window) => dayOfWeek(window.day) === day);
    if (ofDay.length === 0) continue;
    days[day] = ofDay.map(({ start, end, origin }) => ({
      value: { Start: clock(start), End: clock(end) },
      origin,
    }));
  }
  return days;
}

function clock({ hour, minute }: ClockTime): HandOffTime {
  return { HourOfDay: hour, MinuteOfHour: minute };
}

function dayOfWeek(day: WeekDay): DayOfWeek {
  return day.toUpperCase() as DayOfWeek;
}
