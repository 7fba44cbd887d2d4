/** Who is on call for a schedule at an instant, and who is next: estimates, as shifts are. */
import { dayLength } from './recurrence.ts';
import {
  type DutyRules,
  type RotationRules,
  rotationsOf,
  type ScheduleRules,
} from './rotation-rules.ts';
import type { Shift } from './shift.ts';
import { shifts } from './shifts.ts';

/** A rotation's part in who is on call. */
export interface Duty {
  /** NAME of the rotation. */
  readonly rotation: string;
  /** Names; nobody outside all shifts, or where an override says so. */
  readonly contacts: readonly string[];
  /** That which holds now; `undefined` where there is none. */
  readonly shift: Shift | undefined;
  /** Epoch seconds at which the next hold; `undefined` where nothing changes any more. */
  readonly until: number | undefined;
  /** The next with someone on call; `undefined` where there is none within 500 days. */
  readonly next: Shift | undefined;
}

/** One of each rotation of the schedule, in their order. Takes epoch seconds. */
export function onCall(
  rules: Pick<DutyRules, 'rotations'>,
  schedule: ScheduleRules,
  instant: number,
): readonly Duty[] {
  return [...rotationsOf(rules, schedule)].map(([name, rotation]) =>
    dutyOf(name, rotation, instant),
  );
}

/** The names of all on call for a schedule at an instant, each once. */
export function peopleOnCall(
  rules: Pick<DutyRules, 'rotations'>,
  schedule: ScheduleRules,
  instant: number,
): readonly string[] {
  const rotations = [...rotationsOf(rules, schedule).values()];
  return [...new Set(rotations.flatMap((it) => shiftAt(it, instant)?.contacts ?? []))];
}

/** That which holds at an instant (epoch seconds). */
export function shiftAt(rotation: RotationRules, instant: number): Shift | undefined {
  const second = Math.floor(instant);
  return shifts(rotation, second, second + 1)[0];
}

function dutyOf(name: string, rotation: RotationRules, instant: number): Duty {
  const shift = shiftAt(rotation, instant);
  const coming = comingShifts(rotation, shift?.end ?? Math.floor(instant));
  const until = shift?.end ?? coming[0]?.start;
  return {
    rotation: name,
    contacts: shift?.contacts ?? [],
    shift,
    until: until === Infinity ? undefined : until,
    next: coming.find(({ contacts }) => contacts.length > 0),
  };
}

/** Those that begin at an instant or later, to the first with someone on call at least. */
function comingShifts(rotation: RotationRules, instant: number): readonly Shift[] {
  const from = Math.max(instant, Math.min(rotation.start.value, ...startsOf(rotation, instant)));
  for (let reach = 2 * dayLength; reach < 600 * dayLength; reach *= 4) {
    const found = shifts(rotation, from, from + reach).filter(({ start }) => start >= instant);
    if (found.some(({ contacts }) => contacts.length > 0)) return found;
  }
  return [];
}

function startsOf(rotation: RotationRules, instant: number): readonly number[] {
  return rotation.overrides.flatMap(({ start }) => (start.value >= instant ? [start.value] : []));
}
