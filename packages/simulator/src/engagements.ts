/** The engagements of contacts in one page: each runs the contact's own plan until acknowledged. */
import { formatMinutes } from '@oncall/language';
import type { Agenda } from './agenda.ts';
import type { ContactStageRules, EngagementRules } from './engagement-rules.ts';
import type { Event } from './event.ts';
import type { Engaged } from './targets.ts';

export interface Engagements {
  /** Begins one, though the contact may have others that run. `stage` is the plan's. */
  engage(engaged: Engaged, at: number, stage?: number): void;
  /** Ends those of a contact; whether one of them was essential. */
  acknowledge(contact: string, at: number): boolean;
}

/** Tells what happens to `tell`, which adds when that is since the page. */
export function engagements(
  model: Pick<EngagementRules, 'contacts'>,
  agenda: Agenda,
  tell: (at: number, event: Untimed) => void,
): Engagements {
  /** Those that run: not acknowledged, be their stages over or not. */
  const running = new Map<string, Engagement[]>();

  function startStage(engagement: Engagement, index: number, at: number): void {
    const { contact } = engagement;
    const stage = engagement.stages[index];
    if (stage === undefined || engagement.isOver) return;
    const number = index + 1;
    const channels = stage.targets.map(({ channel }) => channel);
    const length = formatMinutes(stage.minutes);
    const does = channels.length > 0 ? `tries ${channels.join(', ')}` : 'waits';
    const reason = `stage ${number} of ${contact}, ${length}: ${does}`;
    tell(at, { kind: 'stage-start', contact, stage: number, reason });
    for (const { channel, retry } of stage.targets) {
      const target = { contact, channel, stage: number };
      tell(at, { kind: 'notify', ...target, reason: `stage ${number} of ${contact}` });
      if (retry !== undefined) putRetries(engagement, target, stage.minutes, retry.value, at);
    }
    agenda.put(at + stage.minutes * 60, () => {
      startStage(engagement, index + 1, at + stage.minutes * 60);
    });
  }

  function putRetries(
    engagement: Engagement,
    target: { readonly contact: string; readonly channel: string; readonly stage: number },
    minutes: number,
    interval: number,
    from: number,
  ): void {
    if (interval <= 0) return;
    const reason = `again after ${formatMinutes(interval)}, if sending failed`;
    for (let count = 1; count * interval < minutes && count <= mostRetries; count += 1) {
      const at = from + count * interval * 60;
      agenda.put(at, () => {
        if (!engagement.isOver) tell(at, { kind: 'retry', ...target, reason });
      });
    }
  }

  return {
    engage({ contact, essential, reason }, at, stage) {
      const found = model.contacts.get(contact);
      const stages = found?.stages ?? [];
      const besides =
        found === undefined
          ? '; how it is reached is set elsewhere'
          : stages.length === 0
            ? '; it has no stages, so no channel is tried'
            : '';
      tell(at, {
        kind: 'engage',
        contact,
        ...(stage === undefined ? {} : { stage }),
        essential,
        reason: reason + besides,
      });
      const engagement = { contact, essential, stages, isOver: false };
      running.set(contact, [...(running.get(contact) ?? []), engagement]);
      startStage(engagement, 0, at);
    },
    acknowledge(contact, at) {
      const ended = running.get(contact) ?? [];
      running.delete(contact);
      for (const engagement of ended) engagement.isOver = true;
      const effective = ended.length > 0;
      const reason = effective
        ? `${contact} answers`
        : `${contact} is not engaged at this moment, so it has no effect`;
      tell(at, { kind: 'acknowledge', contact, effective, reason });
      if (effective) tell(at, { kind: 'stop', contact, reason: `${contact} has acknowledged` });
      return ended.some(({ essential }) => essential);
    },
  };
}

/** An event whose time is told apart. */
export type Untimed = Event extends infer E
  ? E extends Event
    ? Omit<E, 'at' | 'offsetMinutes'>
    : never
  : never;

/** Each minute of the longest stage that the service takes; more is an error elsewhere. */
const mostRetries = 30;

interface Engagement {
  readonly contact: string;
  readonly essential: boolean;
  readonly stages: readonly ContactStageRules[];
  isOver: boolean;
}
