import { finding } from '../../diagnostics/finding.ts';
import { isOnCall } from './is-on-call.ts';
import { notifiesAnything } from './notified.ts';
import type { Rule } from './rule.ts';

/** A contact on call has a channel that rings. */
export const noVoice: Rule = {
  contact(contact, context) {
    const { name, origin, channels } = contact;
    if (channels.some(({ type }) => type === 'voice')) return;
    // One type alone has a diagnostic of its own, and so has a contact whom nothing notifies.
    if (channels.every(({ type }) => type === channels[0]?.type)) return;
    if (!notifiesAnything(contact)) return;
    if (!isOnCall(contact, context) || !context.isSound(contact)) return;
    context.tell(finding('no-voice', origin, { name }));
  },
};
