/** What a calendar shows: who is on call in each rotation, when nobody is, when clocks change. */
import type { Model, Origin, Rotation } from '@oncall/language';
import { coverage } from '../coverage.ts';
import { cut, type Interval, lengthOf, subtract } from '../interval.ts';
import { weekLength } from '../recurrence.ts';
import type { Shift } from '../shift.ts';
import { shifts } from '../shifts.ts';
import { wallClock } from '../wall-clock.ts';
import { coveredTimes } from '../windows.ts';
import { hues } from './colours.ts';

export interface CalendarSubject {
  readonly kind: 'schedule' | 'rotation';
  /** NAME. */
  readonly name: string;
}

export interface CalendarStory {
  /** Epoch seconds, as is all here; a year and two weeks at most. */
  readonly window: Interval;
  readonly lanes: readonly Lane[];
  /** With nobody on call who should be; maximal, cut to the window. */
  readonly gaps: readonly Interval[];
  readonly gapSeconds: number;
  /** When nobody is meant to be on call: outside `cover` of a rotation that is shown alone. */
  readonly offHours: readonly Interval[];
  /** A number below `hues` for each person. */
  hueOf(contact: string): number;
}

export interface Lane {
  readonly rotation: Rotation;
  /** That meet the window, whole. */
  readonly shifts: readonly CalendarShift[];
  /** How many are on call at once, at most. */
  readonly most: number;
}

export interface CalendarShift extends Shift {
  /** Of the override, or of the rotation. */
  readonly origin: Origin;
}

export function calendarStory(
  model: Model,
  subject: CalendarSubject,
  { start, end }: Interval,
): CalendarStory {
  const window = { start, end: Math.max(start, Math.min(end, start + longest)) };
  const names =
    subject.kind === 'rotation'
      ? [subject.name]
      : (model.schedules.get(subject.name)?.rotations.map(({ name }) => name) ?? []);
  const rotations = [...new Set(names)].flatMap((name) => model.rotations.get(name) ?? []);
  const lanes = rotations.map((rotation) => laneOf(rotation, window));
  const only = subject.kind === 'rotation' ? rotations[0] : undefined;
  const offHours = only === undefined ? [] : offHoursOf(only, window);
  const found = coverage(model, { rotations }, { from: window.start, to: window.end });
  const gaps = subtract(found.gaps, offHours);
  const people = new Set(
    lanes.flatMap(({ rotation, shifts: all }) => [
      ...rotation.members.map(({ name }) => name),
      ...all.flatMap(({ contacts }) => contacts),
    ]),
  );
  const hueByName = new Map([...people].map((name, index) => [name, index % hues]));
  return {
    window,
    lanes,
    gaps,
    gapSeconds: lengthOf(gaps),
    offHours,
    hueOf: (contact) => hueByName.get(contact) ?? 0,
  };
}

/** Seconds: a year, and what the weeks at its ends add. */
const longest = 54 * weekLength;

function laneOf(rotation: Rotation, { start, end }: Interval): Lane {
  const found = shifts(rotation, start, end).map((shift) => {
    const override = rotation.overrides.find(
      (it) => it.start.value <= shift.start && shift.end <= it.end.value,
    );
    const isOverridden = shift.type === 'overridden' && override !== undefined;
    return { ...shift, origin: isOverridden ? override.origin : rotation.origin };
  });
  const most = Math.max(1, ...found.map(({ contacts }) => contacts.length));
  return { rotation, shifts: found, most };
}

function offHoursOf({ zone, coverage: windows }: Rotation, window: Interval): readonly Interval[] {
  const clock = wallClock(zone.value);
  const covered = coveredTimes(windows, clock, window.start, window.end);
  return covered === undefined ? [] : subtract([window], cut(covered, window));
}
