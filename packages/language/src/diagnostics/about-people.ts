/** The codes about people being reached: what is told of contacts, their channels, and plans. */
import { error, info, offUnlessSet, warning } from './entry.ts';

type Named = { readonly name: string };

export const aboutPeople = {
  'contact-without-channel': error(
    ({ name, reachedBy }: { name: string; reachedBy: string }) =>
      `${reachedBy} reaches ${name}, who has no channel. Add one: channel phone voice "+…".`,
  ),
  'contact-without-stage': error(
    ({ name, reachedBy }: { name: string; reachedBy: string }) =>
      `${reachedBy} reaches ${name}, but no stage of ${name} notifies a channel. Add one: stage 5m < notify … >.`,
  ),
  'unused-channel': warning(
    ({ name, contact }: { name: string; contact: string }) =>
      `No stage of ${contact} notifies ${name}. Notify it in one, or remove it.`,
  ),
  'unused-contact': warning(
    ({ name }: Named) =>
      `No plan, rotation or test names ${name}. Name this contact in one, or remove it.`,
  ),
  'unused-rotation': warning(
    ({ name }: Named) => `No schedule names rotation ${name}. Name it in one, or remove it.`,
  ),
  'unused-schedule': warning(
    ({ name }: Named) => `No plan or test names schedule ${name}. Name it in one, or remove it.`,
  ),
  'unused-template': warning(
    ({ name }: Named) => `No contact uses template ${name}. Use it in one, or remove it.`,
  ),
  'plan-reaches-nobody': error(
    ({ name }: Named) => `Plan ${name} pages nobody. Add a target: notify @….`,
  ),
  'trailing-wait': warning(({ count }: { readonly count: number }) =>
    count === 1
      ? 'This stage waits, and none after it notifies anyone. Remove it.'
      : `These ${count} stages wait, and none after them notifies anyone. Remove them.`,
  ),
  'duplicate-target': warning(
    ({ name }: Named) => `This stage notifies ${name} already. Remove one of the two.`,
  ),
  'no-essential-target': warning(
    ({ name }: Named) =>
      `No target of plan ${name} is essential, so no answer stops it. Add essential behind those whose answer is to.`,
  ),
  'unreachable-after-zero': warning(
    () =>
      'This stage begins together with the one before, which lasts 0 minutes. Merge them, or let that one last.',
  ),
  'single-responder': warning(
    ({ name, contact }: { name: string; contact: string }) =>
      `All stages of plan ${name} come down to ${contact}. Notify someone else too.`,
  ),
  'retry-never-happens': warning(
    ({ retry, stage }: { retry: string; stage: string }) =>
      `A stage of ${stage} ends before a retry after ${retry}. Shorten the retry, or remove it.`,
  ),
  'late-channel': warning(
    ({ who, channel, after, next }: Record<'who' | 'channel' | 'after' | 'next', string>) =>
      `${who} is tried on ${channel} after ${after}, but the next stage begins after ${next}. Let this stage last longer.`,
  ),
  'email-first': warning(
    ({ name }: Named) =>
      `At first ${name} is notified by email alone, which wakes nobody. Notify voice or sms first.`,
  ),
  'one-channel-type': warning(
    ({ name, type }: { name: string; type: string }) =>
      `${name} is notified by ${type} alone, and not at all where that fails. Notify a channel of another type too.`,
  ),
  'no-voice': info(
    ({ name }: Named) =>
      `${name} is on call without a voice channel, which is what rings. Add one: channel phone voice "+…".`,
  ),
  'slow-escalation': warning(
    ({ after }: { readonly after: string }) =>
      `The second stage begins ${after} after the page. Let it begin within 15 minutes.`,
  ),
  'same-address': warning(
    ({ name }: Named) => `${name} has this address too, so one page may reach another. Mend one.`,
  ),
  'literal-address': offUnlessSet(
    info(() => 'This address stands in the file. Write a $VARIABLE, and set it in oncall.env.'),
  ),
} as const;
