import { finding } from '../../diagnostics/finding.ts';
import { titleOf } from '../resolve/references.ts';
import type { Rule } from './rule.ts';

/** A contact that a plan, rotation or test reaches has a stage that notifies a channel. */
export const contactWithoutStage: Rule = {
  contact(contact, { uses, isSound, tell }) {
    const { name, origin, channels, stages } = contact;
    // Without a channel there is nothing to notify, and that has a diagnostic of its own.
    if (channels.length === 0 || stages.some(({ targets }) => targets.length > 0)) return;
    const use = uses.contact.get(name);
    if (use?.reaches !== true || !isSound(contact)) return;
    tell(finding('contact-without-stage', origin, { name, reachedBy: titleOf(use.by) }));
  },
};
