import { utcText } from '../time/clock-text.ts';
import type { ScheduleDuties } from '../time/schedule-duties.ts';
import { jsonText } from './json-text.ts';

/** Who is on call for schedules, for programs. What there is no end of, or no next, is null. */
export function whoJson(instant: number, found: readonly ScheduleDuties[]): string {
  return jsonText({
    at: utcText(instant),
    schedules: found.map(({ schedule, contacts, duties }) => ({
      name: schedule,
      contacts,
      rotations: duties.map(({ duty }) => ({
        rotation: duty.rotation,
        contacts: duty.contacts,
        until: duty.until === undefined ? null : utcText(duty.until),
        next:
          duty.next === undefined
            ? null
            : { start: utcText(duty.next.start), contacts: duty.next.contacts },
      })),
    })),
  });
}
