import { finding } from '../../diagnostics/finding.ts';
import { titleOf } from '../resolve/references.ts';
import type { Rule } from './rule.ts';

/** A contact that a plan, rotation or test reaches has a channel. */
export const contactWithoutChannel: Rule = {
  contact(contact, { uses, isSound, tell }) {
    const { name, origin, channels } = contact;
    const use = uses.contact.get(name);
    if (use?.reaches !== true || channels.length > 0 || !isSound(contact)) return;
    tell(finding('contact-without-channel', origin, { name, reachedBy: titleOf(use.by) }));
  },
};
