/** Times as JSON shows them; as tables do, they are those of the simulator. */

export { clockText, lengthText } from '@oncall/simulator';

/** `2026-01-05T14:00:00Z`. */
export function utcText(instant: number): string {
  return new Date(Math.min(instant, latest) * 1_000).toISOString().replace('.000Z', 'Z');
}

/** Seconds; no Date is later. */
const latest = 8_640_000_000_000;
