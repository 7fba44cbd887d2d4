/** DATETIME: a date and a time of day, as in `2026-01-05T09:00`, of some zone or with an offset. */
import { parseClockTime } from './clock-time.ts';

/** What calendar and wall clock show somewhere. */
export interface LocalDateTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A DATETIME as written: of the zone of what it stands in, or with an offset of its own. */
export interface ZonedDateTime {
  readonly local: LocalDateTime;
  /** Seconds east of UTC, where one is written: then this is an instant. */
  readonly offset: number | undefined;
}

/** `undefined` unless text has the form, its date is in the calendar and its time on the clock. */
export function parseDateTime(text: string): ZonedDateTime | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(?::(\d\d))?(?:(Z)|([+-])(\d\d:\d\d))?$/.exec(
    text,
  );
  if (parts === null) return undefined;
  const [, years, months, days, clock = '', seconds = '00', utc, sign, distance = '00:00'] = parts;
  const time = parseClockTime(clock);
  const apart = parseClockTime(distance);
  const year = Number(years);
  const month = Number(months);
  const day = Number(days);
  const second = Number(seconds);
  if (time === undefined || apart === undefined || second > 59) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const local = { year, month, day, hour: time.hour, minute: time.minute, second };
  if (utc === undefined && sign === undefined) return { local, offset: undefined };
  const east = apart.hour * 3_600 + apart.minute * 60;
  // Subtracted, since the negative of 0 is another number to some.
  return { local, offset: sign === '-' ? 0 - east : east };
}

/** Epoch seconds of the instant at which UTC shows these. */
export function epochOfLocal(local: LocalDateTime): number {
  const { year, month, day, hour, minute, second } = local;
  // Date.UTC takes years 0 to 99 for those of the 20th century; the calendar repeats in 400 years.
  return Date.UTC(year + 400, month - 1, day, hour, minute, second) / 1_000 - 146_097 * 86_400;
}

/** What UTC shows at an instant; a fraction of a second is dropped. */
export function localOfEpoch(epochSeconds: number): LocalDateTime {
  const date = new Date(clampEpoch(Math.floor(epochSeconds)) * 1_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** The nearest instant that a Date can hold; a long duration leads beyond. */
export function clampEpoch(epochSeconds: number): number {
  return Math.max(-latest, Math.min(latest, epochSeconds));
}

const latest = 8_640_000_000_000;

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
