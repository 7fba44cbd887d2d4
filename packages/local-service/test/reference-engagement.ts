/** Engagements of the plain service: looked at each minute, on copies of all that they go by. */
import type { Value } from '../src/model/shapes.ts';
import type { Rotation, World } from './reference.ts';

export interface Page {
  /** Unknown until the service has told it. */
  arn: string;
  readonly contact: string;
  readonly channel: string;
  /** Minutes since the beginning. */
  readonly at: number;
  readonly receipts: Value<'ReceiptType'>[];
}

export interface Engagement {
  readonly pages: Page[];
  stoppedAt: number | undefined;
  acknowledge(contact: string, at: number): void;
  /** When nothing of it runs any more; Infinity while its plan has stages to come. */
  end(): number;
  /** Does what is due at this minute. */
  minute(world: World): void;
}

/** Of one contact: its own stages from a minute on. */
interface Run {
  readonly contact: string;
  readonly from: number;
  readonly essential: boolean;
  endedAt: number;
}

/** Lets a minute pass for all engagements. */
export function pass(world: World): void {
  for (const engagement of world.engagements.values()) engagement.minute(world);
}

export function engage(world: World, target: string): Engagement {
  const { contacts, rotations } = structuredClone({
    contacts: world.contacts,
    rotations: world.rotations,
  });
  const start = world.now;
  const runs: Run[] = [];
  const pages: Page[] = [];
  const isPlan = contacts.get(target)?.type === 'ESCALATION';
  const stages = stagesOf(contacts.get(target)?.plan);
  let planEnd = isPlan ? start + lengthOf(stages) : start;
  let done = start - 1;

  const peopleOf = (arn: string, at: number): readonly string[] => {
    const contact = contacts.get(arn);
    if (contact?.type !== 'ONCALL_SCHEDULE') return [arn];
    const found = (contact.plan.RotationIds ?? []).flatMap((id) => rotations.get(id) ?? []);
    return found.flatMap((rotation) => onCallIn(rotation, at));
  };
  const begin = (people: ReadonlyMap<string, boolean>, from: number) => {
    for (const [contact, essential] of people) {
      const endedAt = from + lengthOf(stagesOf(contacts.get(contact)?.plan));
      runs.push({ contact, from, essential, endedAt });
    }
  };
  const isOver = new Set<Run>();

  const engagement: Engagement = {
    pages,
    stoppedAt: undefined,
    acknowledge(contact, at) {
      for (const run of runs) {
        if (run.contact !== contact || isOver.has(run)) continue;
        isOver.add(run);
        run.endedAt = Math.min(run.endedAt, at);
        if (run.essential) planEnd = Math.min(planEnd, at);
      }
    },
    end() {
      const end = Math.max(start, planEnd, ...runs.map(({ endedAt }) => endedAt));
      return Math.min(end, engagement.stoppedAt ?? end);
    },
    minute({ now, channels }) {
      if (engagement.stoppedAt !== undefined || now <= done) return;
      done = now;
      if (isPlan) {
        const isStopped = [...isOver].some(({ essential }) => essential);
        for (const [index, stage] of stages.entries()) {
          if (isStopped || start + lengthOf(stages.slice(0, index)) !== now) continue;
          const people = new Map<string, boolean>();
          for (const { ContactTargetInfo: info } of stage.Targets) {
            for (const person of peopleOf(info?.ContactId ?? '', now)) {
              people.set(person, (people.get(person) ?? false) || (info?.IsEssential ?? false));
            }
          }
          begin(people, now);
        }
      } else if (now === start) {
        begin(new Map(peopleOf(target, now).map((person) => [person, false])), now);
      }
      for (const run of runs) {
        if (isOver.has(run)) continue;
        const own = stagesOf(contacts.get(run.contact)?.plan);
        for (const [index, stage] of own.entries()) {
          if (run.from + lengthOf(own.slice(0, index)) !== now) continue;
          for (const { ChannelTargetInfo: info } of stage.Targets) {
            const channel = channels.get(info?.ContactChannelId ?? '');
            if (!channel?.activated) continue;
            pages.push({
              arn: '',
              contact: run.contact,
              channel: channel.arn,
              at: now,
              receipts: ['SENT'],
            });
          }
        }
      }
    },
  };
  return engagement;
}

type Stages = NonNullable<Value<'Plan'>['Stages']>;

function stagesOf(plan: Value<'Plan'> | undefined): Stages {
  return plan?.Stages ?? [];
}

function lengthOf(stages: Stages): number {
  return stages.reduce((sum, { DurationInMinutes }) => sum + DurationInMinutes, 0);
}

const MINUTES_A_DAY = 24 * 60;

/** Turns pass each day, 4 hours after the beginning. */
function onCallIn({ members, overrides }: Rotation, at: number): readonly string[] {
  const override = [...overrides.values()].find(({ start, end }) => start <= at && at < end);
  if (override) return override.members;
  const turn = Math.floor((at + 20 * 60) / MINUTES_A_DAY);
  return members.slice(turn % members.length).slice(0, 1);
}
