import { finding, type Rule } from '@oncall/language';

/** Those whom an override puts on call are members of its rotation. */
export const overrideByOutsider: Rule = {
  rotation(rotation, { isSound, tell }) {
    const { name: ofRotation, members, overrides } = rotation;
    if (overrides.length === 0 || !isSound(rotation)) return;
    const inside = new Set(members.map(({ name }) => name));
    for (const { name, origin } of overrides.flatMap((override) => override.members)) {
      if (inside.has(name)) continue;
      tell(finding('override-by-outsider', origin, { name, rotation: ofRotation }));
    }
  },
};
