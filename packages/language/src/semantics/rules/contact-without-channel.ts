import { finding } from '../../diagnostics/finding.ts';
import { titleOf } from '../resolve/references.ts';
import type { Rule } from './rule.ts';

/** A contact that a plan, rotation or test reaches has a channel. */
export const contactWithoutChannel: Rule = {
  contact(contact, { uses, isSound, tell }) {
    const { name, origin, channels } = contact;
    if (channels.length > 0) return;
    const use = uses.contact.get(name);
    if (use?.reaches !== true || !isSound(contact)) return;
    tell(finding('contact-without-channel', origin, { name, reachedBy: titleOf(use.by) }));
  },
};
