import { finding, type Rotation, type Rule } from '@oncall/language';
import { cycleOf } from '../cycle.ts';
import { dayLength } from '../recurrence.ts';
import { shifts } from '../shifts.ts';

/** Each member of a rotation gets a shift some day, by its rules alone. */
export const starvedMember: Rule = {
  rotation(rotation, { isSound, tell }) {
    // Where nothing is cut, each turn is a shift.
    if (rotation.coverage.length === 0 || !isSound(rotation)) return;
    const starved = starvedMembers(rotation);
    if (starved.size === 0) return;
    for (const [at, { name, origin }] of rotation.members.entries()) {
      if (!starved.has(name)) continue;
      // Who stands twice is told so, and the turns are others once that is mended.
      if (rotation.members.some((it, other) => it.name === name && other !== at)) continue;
      tell(finding('starved-member', origin, { name }));
    }
  },
};

/** Names; nobody where it takes longer to tell than a cycle goes. */
function starvedMembers(rotation: Rotation): ReadonlySet<string> {
  const rules = { ...rotation, overrides: [] };
  const start = rotation.start.value;
  const starved = new Set(rotation.members.map(({ name }) => name));
  let end = start;
  let cycle: ReturnType<typeof cycleOf> | undefined;
  // Most have been on call soon, so the whole cycle is looked at only for those who have not.
  for (let reach = 40 * dayLength; end < (cycle?.end ?? Infinity); reach *= 4) {
    const from = end;
    end = Math.min(start + reach, cycle?.end ?? Infinity);
    for (const { contacts } of shifts(rules, from, end)) {
      for (const name of contacts) starved.delete(name);
    }
    if (starved.size === 0) return starved;
    cycle ??= cycleOf([rules], start);
  }
  return cycle?.isWhole === true ? starved : new Set();
}
