/** What the rules about schedules begin with. */
import type { Rotation, RuleContext, Schedule } from '@oncall/language';

/**
 * The rotations of a schedule, each once; none where an error lies in it or in one of them,
 * since what can't be read may well be what seems to lack.
 */
export function soundRotations(
  schedule: Schedule,
  { rotations, isSound }: RuleContext,
): readonly Rotation[] {
  if (!isSound(schedule)) return [];
  const found = new Set<Rotation>();
  for (const { name } of schedule.rotations) {
    const rotation = rotations.get(name);
    if (rotation === undefined || !isSound(rotation)) return [];
    found.add(rotation);
  }
  return [...found];
}
