/** Who is on call for a rotation, as a sentence for people. */
import { clockText } from './clock-text.ts';
import type { Duty } from './on-call.ts';

/**
 * `alice until Mon 2026-01-12 09:00 America/New_York, then bob`, by the clocks of a zone (IANA
 * name); `nobody` is how that is to be said.
 */
export function dutyText({ contacts, until, next }: Duty, zone: string, nobody: string): string {
  const now = contacts.length === 0 ? nobody : contacts.join(', ');
  if (until === undefined) return `${now} from then on`;
  const first = `${now} until ${clockText(zone, until)}`;
  if (next === undefined) return `${first} ${zone}, then ${nobody}`;
  const people = next.contacts.join(', ');
  if (next.start === until) return `${first} ${zone}, then ${people}`;
  return `${first}, then ${nobody} until ${clockText(zone, next.start)} ${zone}, then ${people}`;
}
