/** Times and durations in words. */
import { instantOf, localAt, offsetAt, type ZonedDateTime } from '@oncall/language';
import { clockText } from '@oncall/simulator';

/** `1 hour 30 minutes`. */
export function durationWords(seconds: number): string {
  let rest = seconds;
  const words: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
  }
  return words.length === 0 ? '0 minutes' : words.join(' ');
}

const units = [
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** `UTC-05:00`. */
export function offsetWords(seconds: number): string {
  const distance = Math.abs(seconds);
  const [hours, minutes] = [Math.floor(distance / 3_600), Math.floor((distance % 3_600) / 60)];
  return `UTC${seconds < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

/** Epoch seconds of what is written; `undefined` where nothing tells the zone. */
export function instantWritten(at: ZonedDateTime, zone: string | undefined): number | undefined {
  if (at.offset !== undefined) return instantOf('UTC', at.local).epochSeconds - at.offset;
  return zone === undefined ? undefined : instantOf(zone, at.local).epochSeconds;
}

/** `Mon 2026-01-05 09:00 UTC-05:00`. */
export function zonedText(zone: string, instant: number): string {
  return `${clockText(zone, instant)} ${offsetWords(offsetAt(zone, instant))}`;
}

/** Epoch seconds at which the clocks of a zone show a time, on the day of an instant. */
export function timeOnDayOf(
  zone: string,
  instant: number,
  { hour, minute }: { readonly hour: number; readonly minute: number },
): number {
  return instantOf(zone, { ...localAt(zone, instant), hour, minute, second: 0 }).epochSeconds;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
