/**
 * A slow reading of "Rotation shifts" of the language, by Temporal alone: it goes through every day
 * from the start on, and looks every instant up in lists of all that was found.
 */
import type { CoverageWindow, Rotation } from '@oncall/language';
import { Temporal } from 'temporal-polyfill';
import type { Shift } from '../src/shift.ts';

type OracleShift = Omit<Shift, 'replaced'>;

/** The shifts cut to the window. */
export function oracleShifts(rotation: Rotation, from: number, to: number): OracleShift[] {
  const facts = factsOf(rotation, from, to);
  const points = new Set([from, facts.start, ...facts.handOffs]);
  for (const { start, end } of [...facts.windows, ...facts.overrides]) points.add(start).add(end);
  const steps = [...points].filter((it) => it >= from && it < to).sort((a, b) => a - b);
  return joined(
    steps.map((start, index) => ({
      start,
      end: steps[index + 1] ?? to,
      duty: dutyAt(facts, start),
    })),
  );
}

/** The same, asking for each minute. Holds where all times are whole minutes. */
export function oracleByMinutes(rotation: Rotation, from: number, to: number): OracleShift[] {
  const facts = factsOf(rotation, from, to);
  const minutes = Array.from({ length: (to - from) / 60 }, (_, index) => from + index * 60);
  return joined(minutes.map((start) => ({ start, end: start + 60, duty: dutyAt(facts, start) })));
}

interface Facts {
  readonly rotation: Rotation;
  readonly start: number;
  readonly handOffs: readonly number[];
  readonly windows: readonly { readonly start: number; readonly end: number }[];
  readonly overrides: readonly {
    readonly start: number;
    readonly end: number;
    readonly contacts: readonly string[];
  }[];
}

interface Duty {
  readonly contacts: readonly string[];
  readonly type: 'regular' | 'overridden';
  /** Of two neighbours of one key there is one shift. */
  readonly key: string;
}

function dutyAt(facts: Facts, instant: number): Duty | undefined {
  const passed = facts.handOffs.filter((it) => it <= instant).length;
  const override = facts.overrides.find((it) => it.start <= instant && instant < it.end);
  if (override !== undefined) {
    const key = `${override.start} ${passed}`;
    return { contacts: override.contacts, type: 'overridden', key };
  }
  if (instant < facts.start) return undefined;
  const { coverage, members, onCall } = facts.rotation;
  const isCovered = facts.windows.some((it) => it.start <= instant && instant < it.end);
  if (coverage.length > 0 && !isCovered) return undefined;
  const names = members.map(({ name }) => name);
  const contacts: string[] = [];
  for (let place = 0; place < onCall; place += 1) {
    contacts.push(names[(passed * onCall + place) % names.length] as string);
  }
  return { contacts, type: 'regular', key: `${passed}` };
}

function joined(
  steps: readonly {
    readonly start: number;
    readonly end: number;
    readonly duty: Duty | undefined;
  }[],
): OracleShift[] {
  const found: { start: number; end: number; duty: Duty }[] = [];
  for (const { start, end, duty } of steps) {
    if (duty === undefined) continue;
    const last = found.at(-1);
    const same = last?.duty.key === duty.key && last.duty.type === duty.type;
    if (same && last.end === start) last.end = end;
    else found.push({ start, end, duty });
  }
  return found.map(({ start, end, duty: { contacts, type } }) => ({ start, end, contacts, type }));
}

function factsOf(rotation: Rotation, from: number, to: number): Facts {
  const zone = rotation.zone.value;
  const start = rotation.start.value;
  const dateOf = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant * 1_000)
      .toZonedDateTimeISO(zone)
      .toPlainDate();
  const instantOf = (date: Temporal.PlainDate, time: { hour: number; minute: number }) =>
    date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds / 1_000;
  const startDate = dateOf(start);
  const last = dateOf(to).add({ days: 2 });

  const handOffs = new Set<number>();
  for (let date = startDate.subtract({ days: 2 }); Temporal.PlainDate.compare(date, last) <= 0; ) {
    for (const time of timesOn(rotation, date, startDate)) {
      const instant = instantOf(date, time);
      if (instant > start) handOffs.add(instant);
    }
    date = date.add({ days: 1 });
  }

  const windows: { start: number; end: number }[] = [];
  for (
    let date = dateOf(from).subtract({ days: 3 });
    Temporal.PlainDate.compare(date, last) <= 0;
  ) {
    for (const window of rotation.coverage.filter((it) => isDay(it, date))) {
      const isLater = Temporal.PlainTime.compare(window.end, window.start) > 0;
      const start = instantOf(date, window.start);
      const end = instantOf(isLater ? date : date.add({ days: 1 }), window.end);
      if (start < end) windows.push({ start, end });
    }
    date = date.add({ days: 1 });
  }
  return {
    rotation,
    start,
    handOffs: [...handOffs].sort((a, b) => a - b),
    windows,
    overrides: rotation.overrides.map(({ start, end, members }) => ({
      start: start.value,
      end: end.value,
      contacts: members.map(({ name }) => name),
    })),
  };
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function isDay({ day }: CoverageWindow, date: Temporal.PlainDate): boolean {
  return days.indexOf(day) + 1 === date.dayOfWeek;
}

function timesOn(
  { handOffs, every }: Rotation,
  date: Temporal.PlainDate,
  start: Temporal.PlainDate,
) {
  const since = (unit: 'days' | 'months', a: Temporal.PlainDate, b: Temporal.PlainDate) =>
    b.until(a, { largestUnit: unit })[unit];
  switch (handOffs.kind) {
    case 'daily':
      return since('days', date, start) % every === 0 ? handOffs.times : [];
    case 'weekly': {
      const monday = (it: Temporal.PlainDate) => it.subtract({ days: it.dayOfWeek - 1 });
      const weeks = since('days', monday(date), monday(start)) / 7;
      if (weeks % every !== 0) return [];
      return handOffs.times
        .filter(({ day }) => days.indexOf(day) + 1 === date.dayOfWeek)
        .map(({ time }) => time);
    }
    case 'monthly': {
      const months = since('months', date.with({ day: 1 }), start.with({ day: 1 }));
      if (months % every !== 0) return [];
      return handOffs.times
        .filter(({ day }) => Math.min(day, date.daysInMonth) === date.day)
        .map(({ time }) => time);
    }
  }
}
