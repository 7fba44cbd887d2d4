/** Instants as the command line takes them: `…Z`, or what the clocks of some zone show. */
import { instantOf, isTimeZone, type LocalDateTime, parseDateTime } from '@oncall/language';
import type { Invocation } from '../command-line/command.ts';
import { usageError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';

export type WrittenTime =
  /** Epoch seconds. */
  | { readonly kind: 'instant'; readonly instant: number }
  | { readonly kind: 'local'; readonly local: LocalDateTime };

/** Of an option that may not stand there. */
export function timeGiven(option: string, invocation: Invocation): WrittenTime | undefined {
  const written = invocation.value(option);
  return written === undefined ? undefined : readTime(option, written);
}

/** Of an option: a DATETIME, with `Z` or an offset or without, or a DATE, which is its 00:00. */
export function readTime(option: string, written: string): WrittenTime {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(written);
  const found = parseDateTime(isDate ? `${written}T00:00` : written);
  if (found === undefined) {
    throw usageError(
      `--${option} can't be ${visible(written)}`,
      'Write a time like 2026-01-05T09:00, an instant like 2026-01-05T14:00:00Z, or a date.',
    );
  }
  const { local, offset } = found;
  if (offset === undefined) return { kind: 'local', local };
  return { kind: 'instant', instant: instantOf('UTC', local).epochSeconds - offset };
}

/** Epoch seconds; by the clocks of the zone, where it is not an instant. */
export function instantIn(time: WrittenTime, zone: string): number {
  return time.kind === 'instant' ? time.instant : instantOf(zone, time.local).epochSeconds;
}

/** The same, where the clocks of several zones must agree. */
export function oneInstant(option: string, time: WrittenTime, zones: readonly string[]): number {
  const [first = 'UTC'] = zones;
  const instant = instantIn(time, first);
  const other = zones.find((zone) => instantIn(time, zone) !== instant);
  if (other === undefined) return instant;
  throw usageError(
    `--${option} is one time in ${first} and another in ${other}`,
    'Write an instant, such as 2026-01-05T14:00:00Z.',
  );
}

/** Of an option: the IANA name of a zone. */
export function readZone(option: string, written: string): string {
  if (isTimeZone(written)) return written;
  throw usageError(
    `--${option} can't be ${visible(written)}`,
    'Write the name of a time zone, such as America/New_York.',
  );
}
