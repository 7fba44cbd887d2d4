/** TIME: a time of day on the wall clock, as in `09:00`. */

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

/** `undefined` unless text is two digits, a colon and two digits from 00:00 to 23:59. */
export function parseClockTime(text: string): ClockTime | undefined {
  const parts = /^(\d\d):(\d\d)$/.exec(text);
  if (parts === null) return undefined;
  const hour = Number(parts[1]);
  const minute = Number(parts[2]);
  return hour <= 23 && minute <= 59 ? { hour, minute } : undefined;
}
