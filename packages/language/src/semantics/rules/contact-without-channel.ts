import { finding } from '../../diagnostics/finding.ts';
import { isSound, type Rule } from './rule.ts';

/** A contact that a plan, rotation or test reaches has a channel. */
export const contactWithoutChannel: Rule = function* (context) {
  for (const contact of context.model.contacts.values()) {
    const { name, origin, channels } = contact;
    const reached = context.reaches.get(`contact ${name}`);
    if (reached === undefined || channels.length > 0 || !isSound(context, contact)) continue;
    yield finding('contact-without-channel', origin, { name, reachedBy: reached.by });
  }
};
