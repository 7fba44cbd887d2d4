/** Who is on call in which turn. */
import type { Named, RotationRules } from './rotation-rules.ts';

/**
 * Names by turn number, until they repeat. The members take turns `on-call` at once: the first n,
 * then the next n, wrapping round (an estimate: AWS does not say who comes next).
 */
export function groupsOf({
  members,
  onCall,
}: Pick<RotationRules, 'members' | 'onCall'>): readonly (readonly string[])[] {
  const names = members.map(({ name }) => name);
  const size = Math.min(onCall, names.length);
  const groups: (readonly string[])[] = [];
  let next = 0;
  do {
    const group: string[] = [];
    for (let at = next; at < next + size; at += 1) {
      const name = names[at % names.length] as string;
      if (!group.includes(name)) group.push(name);
    }
    groups.push(group);
    next = (next + size) % Math.max(names.length, 1);
  } while (next !== 0);
  return groups;
}

/** Each once. */
export function namesOf(people: readonly Named[]): readonly string[] {
  return [...new Set(people.map(({ name }) => name))];
}
