/** What the rules about schedules begin with. */
import type { Rotation, RuleContext, Schedule } from '@oncall/language';

/**
 * The rotations of a schedule by NAME, each once; none where an error lies in it or in one of them,
 * since what can't be read may well be what seems to lack.
 */
export function soundRotations(
  schedule: Schedule,
  { rotations, isSound }: RuleContext,
): ReadonlyMap<string, Rotation> {
  const found = new Map<string, Rotation>();
  if (!isSound(schedule)) return found;
  for (const { name } of schedule.rotations) {
    const rotation = rotations.get(name);
    if (rotation === undefined || !isSound(rotation)) return new Map();
    found.set(name, rotation);
  }
  return found;
}
