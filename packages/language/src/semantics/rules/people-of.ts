import type { Person } from '../model.ts';
import type { RuleContext } from './rule.ts';

/** All who are ever on call in a schedule; `undefined` where that can't be told. */
export function peopleOf(
  schedule: string,
  { schedules, rotations, isSound }: RuleContext,
): readonly Person[] | undefined {
  const found = schedules.get(schedule);
  if (found === undefined || !isSound(found)) return undefined;
  const people: Person[] = [];
  for (const { name } of found.rotations) {
    const rotation = rotations.get(name);
    if (rotation === undefined || !isSound(rotation)) return undefined;
    people.push(...rotation.members, ...rotation.overrides.flatMap(({ members }) => members));
  }
  return people;
}
