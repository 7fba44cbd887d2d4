/** Times as people read them: what the clocks of a zone (IANA name) show at an instant. */
import { formatMinutes, localAt, weekDays } from '@oncall/language';

/** `Mon 2026-01-05 09:00`; seconds only where there are some. */
export function clockText(zone: string, instant: number): string {
  return `${dateText(zone, instant)} ${timeText(zone, instant)}`;
}

/** `Mon 2026-01-05`. */
export function dateText(zone: string, instant: number): string {
  const { year, month, day } = localAt(zone, instant);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${dayText(zone, instant)} ${date}`;
}

/** `Mon`. */
export function dayText(zone: string, instant: number): string {
  const { year, month, day } = localAt(zone, instant);
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const name = weekDays[(date.getUTCDay() + 6) % 7] as string;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `09:00`. */
export function timeText(zone: string, instant: number): string {
  const { hour, minute, second } = localAt(zone, instant);
  return `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
}

/** `Mon 2026-01-05 09:00 to 17:00`, or to another day. */
export function stretchText(
  zone: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const isOneDay = dateText(zone, start) === dateText(zone, end);
  return `${clockText(zone, start)} to ${isOneDay ? timeText(zone, end) : clockText(zone, end)}`;
}

/** Seconds as `1h30m`, `45s`. */
export function lengthText(seconds: number): string {
  const rest = seconds % 60;
  const minutes = (seconds - rest) / 60;
  if (rest === 0) return formatMinutes(minutes);
  return `${minutes === 0 ? '' : formatMinutes(minutes)}${rest}s`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
