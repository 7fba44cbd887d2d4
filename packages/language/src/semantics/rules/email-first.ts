import { finding } from '../../diagnostics/finding.ts';
import { isOnCall } from './is-on-call.ts';
import { notified } from './notified.ts';
import type { Rule } from './rule.ts';

/** What begins first for a contact on call wakes them. */
export const emailFirst: Rule = {
  contact(contact, context) {
    if (!contact.channels.some(({ type }) => type === 'email')) return;
    const all = notified(contact);
    const [first] = all;
    // By email alone, early and late, is another mistake.
    if (first?.type !== 'email' || all.every(({ type }) => type === 'email')) return;
    if (all.some(({ type, after }) => type !== 'email' && after === first.after)) return;
    if (!isOnCall(contact, context) || !context.isSound(contact)) return;
    const { via, origin } = first;
    const related = via === undefined ? [] : [{ origin, message: 'It is notified here.' }];
    context.tell(finding('email-first', via ?? origin, { name: contact.name }, { related }));
  },
};
