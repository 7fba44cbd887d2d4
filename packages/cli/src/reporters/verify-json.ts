import { utcText } from '../time/clock-text.ts';
import { jsonText } from './json-text.ts';
import type { Verified } from './verify-text.ts';

/** Where the service and the simulator differ, for programs. */
export function verifyJson(found: readonly Verified[]): string {
  return jsonText({
    rotations: found.map(({ rotation, from, to, differences }) => ({
      name: rotation.name,
      zone: rotation.zone.value,
      from: utcText(from),
      to: utcText(to),
      same: differences.length === 0,
      differences: differences.map(({ start, end, one, other }) => ({
        start: utcText(start),
        end: utcText(end),
        aws: one,
        simulator: other,
      })),
    })),
  });
}
