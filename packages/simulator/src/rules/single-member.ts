import { finding, type Rule } from '@oncall/language';

/** A rotation has members who relieve each other. */
export const singleMember: Rule = {
  rotation(rotation, { isSound, tell }) {
    const { name, origin, members } = rotation;
    const [only, ...others] = members;
    if (only === undefined || others.length > 0 || !isSound(rotation)) return;
    tell(finding('single-member', origin, { name, member: only.name }));
  },
};
