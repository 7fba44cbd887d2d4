/**
 * The rules of "Rotation shifts" of the language as one would write them with Temporal: each
 * hand-off and each edge of a window is one ZonedDateTime made of a date and a time, no other is
 * made, and what follows is arithmetic. The measure of `shifts`, which must find the same.
 */
import { Temporal } from 'temporal-polyfill';
import { year } from './rotations.mjs';

/** Shifts that meet the year, whole, in epoch seconds. */
export function shiftsOfYear(rotation) {
  const { from, to } = year;
  const start = Temporal.PlainDateTime.from(rotation.start).toZonedDateTime(rotation.zone);
  const startsAt = seconds(start);
  const turns = [startsAt, ...handOffs(rotation, start, to)];
  const windows = coveredTimes(rotation, from, to);
  const shifts = [];
  for (let turn = 0; turn + 1 < turns.length; turn += 1) {
    const stretch = { start: turns[turn], end: turns[turn + 1] };
    if (stretch.end <= from) continue;
    const contacts = group(rotation, turn);
    const covered = windows === undefined ? [stretch] : meet(windows, stretch);
    for (const part of free(covered, rotation.overrides)) {
      shifts.push({ ...part, contacts, type: 'regular', replaced: [] });
    }
    for (const it of rotation.overrides) {
      const [part] = meet([{ start: it.start.value, end: it.end.value }], stretch);
      if (part === undefined) continue;
      const people = it.members.map(({ name }) => name);
      shifts.push({ ...part, contacts: people, type: 'overridden', replaced: contacts });
    }
  }
  return shifts.filter((it) => it.end > from && it.start < to).sort((a, b) => a.start - b.start);
}

/** Those after the start, in order, to the first that is not before `to`. */
function handOffs({ zone, handOffs: { kind, times }, every }, start, to) {
  const date = start.toPlainDate();
  const clocks = times.map(({ time, ...clock }) => Temporal.PlainTime.from(time ?? clock));
  const unit = { daily: 'days', weekly: 'weeks', monthly: 'months' }[kind];
  const first = {
    daily: () => date,
    weekly: () => date.subtract({ days: date.dayOfWeek - 1 }),
    monthly: () => date.with({ day: 1 }),
  }[kind]();
  const startsAt = seconds(start);
  const found = [];
  for (let round = 0; (found.at(-1) ?? 0) < to; round += 1) {
    const begin = first.add({ [unit]: round * every });
    for (const [index, plainTime] of clocks.entries()) {
      const { day } = times[index];
      const on = {
        daily: () => begin,
        weekly: () => begin.add({ days: days.indexOf(day) }),
        monthly: () => begin.with({ day }),
      }[kind]();
      const at = seconds(on.toZonedDateTime({ timeZone: zone, plainTime }));
      if (at > startsAt && at !== found.at(-1)) found.push(at);
    }
  }
  return found;
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function coveredTimes({ zone, coverage }, from, to) {
  if (coverage.length === 0) return undefined;
  const windows = coverage.map(({ day, start, end }) => ({
    day,
    start: Temporal.PlainTime.from(start),
    end: Temporal.PlainTime.from(end),
  }));
  const found = [];
  const first = dateAt(zone, from).subtract({ days: 2 });
  const last = dateAt(zone, to).add({ days: 2 });
  for (let date = first; Temporal.PlainDate.compare(date, last) < 0; date = date.add({ days: 1 })) {
    const next = date.add({ days: 1 });
    for (const { day, start, end } of windows) {
      if (day !== days[date.dayOfWeek - 1]) continue;
      const endDate = Temporal.PlainTime.compare(end, start) > 0 ? date : next;
      found.push({
        start: seconds(date.toZonedDateTime({ timeZone: zone, plainTime: start })),
        end: seconds(endDate.toZonedDateTime({ timeZone: zone, plainTime: end })),
      });
    }
  }
  return found;
}

function group({ members, onCall }, turn) {
  return Array.from(
    { length: onCall },
    (_, place) => members[(turn * onCall + place) % members.length].name,
  );
}

/** The parts within a stretch. */
function meet(parts, { start, end }) {
  return parts
    .filter((it) => it.start < end && it.end > start)
    .map((it) => ({ start: Math.max(it.start, start), end: Math.min(it.end, end) }));
}

/** The parts that no override holds. */
function free(parts, overrides) {
  return overrides.reduce(
    (rest, { start, end }) =>
      rest.flatMap((it) => {
        if (it.end <= start.value || it.start >= end.value) return [it];
        return [
          { start: it.start, end: start.value },
          { start: end.value, end: it.end },
        ].filter((part) => part.start < part.end);
      }),
    parts,
  );
}

function dateAt(zone, epochSeconds) {
  return Temporal.Instant.fromEpochMilliseconds(epochSeconds * 1_000)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
}

function seconds(zoned) {
  return zoned.epochMilliseconds / 1_000;
}
