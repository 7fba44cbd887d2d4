import { finding } from '../../diagnostics/finding.ts';
import { titleOf } from '../resolve/references.ts';
import { isSound, type Rule } from './rule.ts';

/** A contact that a plan, rotation or test reaches has a channel. */
export const contactWithoutChannel: Rule = function* (context) {
  for (const contact of context.model.contacts.values()) {
    const { name, origin, channels } = contact;
    const use = context.uses.contact.get(name);
    if (use?.reaches !== true || channels.length > 0 || !isSound(context, contact)) continue;
    yield finding('contact-without-channel', origin, { name, reachedBy: titleOf(use.by) });
  }
};
