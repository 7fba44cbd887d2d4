import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** A stage of its contact notifies each channel. */
export const unusedChannel: Rule = {
  contact(contact, { isSound, tell }) {
    const targets = contact.stages.flatMap((stage) => stage.targets);
    // Where no stage notifies anything, that is the one mistake.
    if (targets.length === 0 || !isSound(contact)) return;
    const notified = new Set(targets.map(({ channel }) => channel));
    for (const { name, origin } of contact.channels) {
      if (notified.has(name)) continue;
      tell(finding('unused-channel', origin, { name, contact: contact.name }));
    }
  },
};
