/**
 * The course of an engagement: which channels are tried when, and when it is over. It follows from
 * what is stored (the beginning, the plans of then, what people and callers did since), so it is
 * reckoned anew whenever it is asked for and nothing of it is lost with the process.
 *
 * How AWS counts the end of an engagement is not documented. Here, an estimate: when no stage of it
 * runs any more.
 */
import { type EngagementRules, type Event, timeline } from '@oncall/simulator';
import type { EngagementRow } from '../resources.ts';
import { engagementRules } from './engagement-rules.ts';
import { resolutionOf } from './resolution.ts';
import type { Snapshot } from './snapshot.ts';

export interface Course {
  /** In the order of time. */
  readonly tries: readonly Try[];
  /** When nothing of it runs any more, if nobody does anything. */
  readonly end: number;
}

export interface Try {
  /** Epoch seconds. */
  readonly time: number;
  /** ARNs. */
  readonly contact: string;
  readonly channel: string;
  readonly resolution: () => ReturnType<typeof resolutionOf>;
}

export interface Acknowledgement {
  readonly contact: string;
  /** Epoch seconds. */
  readonly time: number;
}

type Engagement = Pick<EngagementRow, 'contact_arn' | 'start_time' | 'stop_time' | 'snapshot'>;

export function courseOf(
  engagement: Engagement,
  acknowledgements: readonly Acknowledgement[],
): Course {
  const { contact_arn: arn, start_time: start } = engagement;
  const snapshot: Snapshot = JSON.parse(engagement.snapshot);
  const rules = engagementRules(snapshot);
  const all = timeline(rules, {
    target: { kind: KINDS[snapshot.contacts[arn]?.type ?? 'PERSONAL'], name: arn },
    at: start,
    acknowledgements: acknowledgements.map(({ contact, time }) => ({
      contact,
      after: time - start + JUST_AFTER,
    })),
  });
  const stop = engagement.stop_time ?? Number.POSITIVE_INFINITY;
  const events = all.filter(({ at }) => at <= stop);
  const tries = events.flatMap((event) =>
    event.kind === 'notify'
      ? [
          {
            time: event.at,
            contact: event.contact,
            channel: event.channel,
            resolution: () =>
              resolutionOf(snapshot, rules, arn, engageBefore(event, events, rules)),
          },
        ]
      : [],
  );
  return { tries, end: Math.min(stop, endOf(events, rules, engagement)) };
}

const KINDS = { PERSONAL: 'contact', ESCALATION: 'plan', ONCALL_SCHEDULE: 'schedule' } as const;

/**
 * In seconds. What is due at an instant is begun by the time that a request of this instant comes,
 * while the simulator takes acknowledgements before all else of their instant.
 */
const JUST_AFTER = 0.0005;

/** The engagement of the contact that a try belongs to; several may run at once. */
function engageBefore(
  attempt: Event & { kind: 'notify' | 'retry' },
  events: readonly Event[],
  { contacts }: EngagementRules,
): (Event & { kind: 'engage' }) | undefined {
  const stages = contacts.get(attempt.contact)?.stages.slice(0, attempt.stage - 1) ?? [];
  const minutes = stages.reduce((sum, stage) => sum + stage.minutes, 0);
  return events.find(
    (event): event is Event & { kind: 'engage' } =>
      event.kind === 'engage' &&
      event.contact === attempt.contact &&
      Math.abs(event.at + minutes * 60 - attempt.at) < JUST_AFTER,
  );
}

function endOf(events: readonly Event[], rules: EngagementRules, engagement: Engagement): number {
  const plan = rules.plans.get(engagement.contact_arn);
  /** Of the plan (without a contact) and of each contact: when its last stage is over. */
  const ends = new Map<string | undefined, number>();
  for (const event of events) {
    if (event.kind === 'stage-start') {
      const { stages = [] } =
        event.contact === undefined ? (plan ?? {}) : (rules.contacts.get(event.contact) ?? {});
      const end = event.at + (stages[event.stage - 1]?.minutes ?? 0) * 60;
      ends.set(event.contact, Math.max(end, ends.get(event.contact) ?? end));
    } else if (event.kind === 'stop') {
      const stop = event.at - JUST_AFTER;
      ends.set(event.contact, Math.min(stop, ends.get(event.contact) ?? stop));
    }
  }
  const end = Math.max(engagement.start_time, ...ends.values());
  return Math.round(end * 1000) / 1000;
}
