import { finding, type Person, type Rule } from '@oncall/language';

/** Each member stands once in a rotation. */
export const duplicateMember: Rule = {
  rotation(rotation, { isSound, tell }) {
    if (!isSound(rotation)) return;
    const seen = new Map<string, Person>();
    for (const member of rotation.members) {
      const { name, origin } = member;
      const first = seen.get(name);
      if (first === undefined) seen.set(name, member);
      else {
        const related = [{ origin: first.origin, message: 'It stands here already.' }];
        tell(finding('duplicate-member', origin, { name }, { related }));
      }
    }
  },
};
