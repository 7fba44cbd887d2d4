import { finding } from '../../diagnostics/finding.ts';
import { isOnCall } from './is-on-call.ts';
import { notifiesAnything } from './notified.ts';
import type { Rule } from './rule.ts';

/** A contact on call is notified in more than one way. */
export const oneChannelType: Rule = {
  contact(contact, context) {
    const { name, origin, channels } = contact;
    // One of another type that no stage notifies is told to be unused.
    const type = channels[0]?.type;
    if (type === undefined || channels.some((channel) => channel.type !== type)) return;
    if (!notifiesAnything(contact)) return;
    if (!isOnCall(contact, context) || !context.isSound(contact)) return;
    context.tell(finding('one-channel-type', origin, { name, type }));
  },
};
