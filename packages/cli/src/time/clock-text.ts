/** Times as tables show them. */
import { formatMinutes, localAt, weekDays } from '@oncall/language';

/** `Mon 2026-01-05 09:00`, by the clocks of a zone; seconds only where there are some. */
export function clockText(zone: string, instant: number): string {
  const { year, month, day } = localAt(zone, instant);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${dayText(zone, instant)} ${date} ${timeText(zone, instant)}`;
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

/** Seconds as `1h30m`, `45s`. */
export function lengthText(seconds: number): string {
  const rest = seconds % 60;
  const minutes = (seconds - rest) / 60;
  if (rest === 0) return formatMinutes(minutes);
  return `${minutes === 0 ? '' : formatMinutes(minutes)}${rest}s`;
}

/** `2026-01-05T14:00:00Z`. */
export function utcText(instant: number): string {
  return new Date(Math.min(instant, latest) * 1_000).toISOString().replace('.000Z', 'Z');
}

/** Seconds; no Date is later. */
const latest = 8_640_000_000_000;

function two(number: number): string {
  return String(number).padStart(2, '0');
}
