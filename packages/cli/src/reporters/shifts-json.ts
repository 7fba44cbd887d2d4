import { utcText } from '../time/clock-text.ts';
import type { RotationShifts } from '../time/rotation-shifts.ts';
import { jsonText } from './json-text.ts';

/** Shifts for programs: of all rotations in one list, whole. */
export function shiftsJson(found: readonly RotationShifts[]): string {
  return jsonText({
    shifts: found.flatMap(({ rotation, shifts }) =>
      shifts.map(({ start, end, contacts, type, replaced }) => ({
        rotation: rotation.name,
        start: utcText(start),
        end: utcText(end),
        contacts,
        type,
        ...(type === 'overridden' ? { replaced } : {}),
      })),
    ),
  });
}
