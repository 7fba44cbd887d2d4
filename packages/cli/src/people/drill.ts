/** Who would be paged now, channel by channel, and which of these AWS would leave out. */
import { liveRules } from '@oncall/compiler';
import type { Model } from '@oncall/language';
import { type EngagementRules, type Event, type Page, pageZone, timeline } from '@oncall/simulator';
import type { OpenPeople } from './open-people.ts';
import { type ChannelStatus, readinessOf } from './readiness.ts';

export interface Drill {
  readonly target: Page['target'];
  /** Epoch seconds. */
  readonly at: number;
  /** IANA name. */
  readonly zone: string;
  /** What it is told by; `files` also where the account has no such plan. */
  readonly by: 'account' | 'files';
  /** Whether the files were not asked for. */
  readonly isFallback: boolean;
  readonly events: readonly DrillEvent[];
  /** Epoch seconds at which the last stage is over, if nobody answers. */
  readonly end: number;
}

export type DrillEvent = Event & {
  /** Of a try: how its channel is in the account. */
  readonly channelState?: ChannelStatus['state'] | undefined;
};

export function drill(found: OpenPeople, target: Page['target'], asked: 'live' | 'files'): Drill {
  const { model } = found.loaded.analysis;
  const live = liveRules(found.live, found.names);
  const isThere = (target.kind === 'plan' ? live.plans : live.contacts).has(target.name);
  const by = asked === 'live' && isThere ? 'account' : 'files';
  const rules = by === 'account' ? live : model;
  // Seconds would only be in the way.
  const at = Math.floor(found.now / 60) * 60;
  const events = timeline(rules, { target, at, nobodyAnswers: true });
  const states = new Map(
    readinessOf(found).people.flatMap(({ name, channels }) =>
      channels.map((channel) => [`${name} ${channel.name}`, channel.state]),
    ),
  );
  return {
    target,
    at,
    zone: pageZone(target, model) ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    by,
    isFallback: by === 'files' && asked === 'live',
    // A try again is made where sending failed; that is no news here.
    events: events
      .filter(({ kind }) => kind !== 'retry')
      .map((event): DrillEvent => {
        if (event.kind !== 'notify') return event;
        const state = states.get(`${event.contact} ${event.channel}`) ?? 'not-deployed';
        return { ...event, channelState: state };
      }),
    end: endOf(events, rules, target, at),
  };
}

/** Whether any channel would be used at all. */
export function reachesSomeone({ events }: Drill): boolean {
  return events.some(({ channelState }) => channelState === 'activated');
}

/** NAMEs of those whose acknowledgement ends what was begun. */
export function whoEndsIt({ events, target }: Drill): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) =>
      event.kind === 'engage' && (event.essential || target.kind === 'contact')
        ? [event.contact]
        : [],
    ),
  );
}

function endOf(
  events: readonly Event[],
  rules: EngagementRules | Model,
  target: Page['target'],
  start: number,
): number {
  const ends = events.map((event) => {
    if (event.kind !== 'stage-start') return event.at;
    const stages =
      event.contact === undefined
        ? rules.plans.get(target.name)?.stages
        : rules.contacts.get(event.contact)?.stages;
    return event.at + (stages?.[event.stage - 1]?.minutes ?? 0) * 60;
  });
  return Math.max(start, ...ends);
}
