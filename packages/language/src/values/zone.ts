/** Time zones of the IANA database, and what their clocks show, as this platform's Intl knows them. */
import { clampEpoch, epochOfLocal, type LocalDateTime, localOfEpoch } from './date-time.ts';
import { zoneNames } from './zone-names.ts';

/**
 * Whether name is a zone or a link in its own spelling, one that the service takes and that this
 * platform has data for. All else here takes such names only.
 */
export function isTimeZone(name: string): boolean {
  written ??= new Set(zoneNames());
  return written.has(name) && isSupported(name);
}

export interface ZonedInstant {
  readonly epochSeconds: number;
  /** `skipped`: no clock of the zone ever shows the time; `repeated`: it shows it twice. */
  readonly kind: 'exact' | 'skipped' | 'repeated';
  /** Seconds east of UTC at the instant. */
  readonly offset: number;
}

/**
 * The instant at which clocks in the zone show a time. One in a gap moves forward by the gap; of
 * an overlap it is the earlier instant ("Rotation shifts" of the language).
 */
export function instantOf(zone: string, local: LocalDateTime): ZonedInstant {
  const wall = epochOfLocal(local);
  // No zone is a whole day from UTC, so the instant is less than a day from where UTC shows this.
  const changes = transitions(zone, wall - day, wall + day);
  const before = offsetAt(zone, wall - day);
  if (changes.length === 0) return { epochSeconds: wall - before, kind: 'exact', offset: before };
  const offsets = new Set([before, ...changes.map(({ after }) => after)]);
  const fitting = [...offsets].filter((offset) => offsetAt(zone, wall - offset) === offset);
  if (fitting.length > 0) {
    const offset = Math.max(...fitting);
    const kind = fitting.length > 1 ? 'repeated' : 'exact';
    return { epochSeconds: wall - offset, kind, offset };
  }
  const gap = changes.find(({ at, before, after }) => at + before <= wall && wall < at + after);
  const epochSeconds = wall - (gap?.before ?? 0);
  return { epochSeconds, kind: 'skipped', offset: offsetAt(zone, epochSeconds) };
}

/** What clocks in the zone show at an instant; a fraction of a second is dropped. */
export function localAt(zone: string, epochSeconds: number): LocalDateTime {
  return localOfEpoch(epochSeconds + offsetAt(zone, epochSeconds));
}

/** Seconds east of UTC. */
export function offsetAt(zone: string, epochSeconds: number): number {
  const { offset, changes } = stretchOf(zone, Math.floor(epochSeconds / stretchLength));
  let found = offset;
  for (const { at, after } of changes) {
    if (at > epochSeconds) break;
    found = after;
  }
  return found;
}

/** A change of a zone's offset. */
export interface Transition {
  /** Epoch seconds of the first instant that has the new offset. */
  readonly at: number;
  /** Seconds east of UTC, as are those after. */
  readonly before: number;
  readonly after: number;
}

/** Those later than one instant and not later than another, in order. */
export function transitions(
  zone: string,
  fromEpoch: number,
  toEpoch: number,
): readonly Transition[] {
  const found: Transition[] = [];
  const last = Math.floor(toEpoch / stretchLength);
  for (let index = Math.floor(fromEpoch / stretchLength); index <= last; index += 1) {
    for (const change of stretchOf(zone, index).changes) {
      if (change.at > fromEpoch && change.at <= toEpoch) found.push(change);
    }
  }
  return found;
}

const day = 86_400;

let written: ReadonlySet<string> | undefined;

/** What was read of a zone. Formatting is slow, so each stretch of time is read once and kept. */
interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly stretches: Map<number, Stretch>;
}

interface Stretch {
  /** At its first second. */
  readonly offset: number;
  /** Of later seconds, the first second of the next stretch included. */
  readonly changes: readonly Transition[];
}

/** So short that little is read of what nobody asks for. */
const stretchLength = 90 * day;

/**
 * Shorter than any offset ever held: Freetown's four days of September 1939 are the least, and from
 * 1970 on the seven of Recife in October 2000.
 */
const probeEvery = { before1970: 3 * day, later: 6 * day };

const zones = new Map<string, Zone>();

function isSupported(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    // The minute is there because the least that can be asked for besides makes the shortest text.
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      timeZoneName: 'longOffset',
      minute: 'numeric',
    });
    zone = { format, stretches: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

function stretchOf(name: string, index: number): Stretch {
  const { format, stretches } = zoneOf(name);
  let stretch = stretches.get(index);
  if (stretch === undefined) {
    stretch = probe(format, index * stretchLength);
    stretches.set(index, stretch);
  }
  return stretch;
}

function probe(format: Intl.DateTimeFormat, start: number): Stretch {
  const end = start + stretchLength;
  const step = start < 0 ? probeEvery.before1970 : probeEvery.later;
  const offset = read(format, start);
  const changes: Transition[] = [];
  let before = offset;
  for (let from = start; from < end; from += step) {
    const to = from + step;
    const after = read(format, to);
    if (after !== before) changes.push({ at: firstOf(format, from, to, before), before, after });
    before = after;
  }
  return { offset, changes };
}

/** The first second whose offset is not that of `from`; `to` is known to be later or that. */
function firstOf(format: Intl.DateTimeFormat, from: number, to: number, before: number): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (read(format, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Reads an offset from text that ends in `GMT-04:56:02`, `GMT+01:00` or `GMT`. */
function read(format: Intl.DateTimeFormat, epochSeconds: number): number {
  const text = format.format(clampEpoch(epochSeconds) * 1_000);
  const parts = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (parts === null) return 0;
  const east = Number(parts[2]) * 3_600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
  return parts[1] === '-' ? -east : east;
}
