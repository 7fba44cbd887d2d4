import { finding, type Rule } from '@oncall/language';

/** Those whom an override puts on call are members of its rotation. */
export function overrideByOutsider(now: number): Rule {
  return {
    *rotation(rotation, { isSound }) {
      const { name: ofRotation, members, overrides } = rotation;
      if (overrides.length === 0 || !isSound(rotation)) return;
      const inside = new Set(members.map(({ name }) => name));
      for (const override of overrides) {
        // One that has ended is told to be removed.
        if (override.end.value <= now) continue;
        for (const { name, origin } of override.members) {
          if (inside.has(name)) continue;
          yield finding('override-by-outsider', origin, { name, rotation: ofRotation });
        }
      }
    },
  };
}
