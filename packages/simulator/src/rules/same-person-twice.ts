import {
  finding,
  type Plan,
  type Reference,
  type Rotation,
  type Rule,
  type RuleContext,
} from '@oncall/language';
import { stretchText } from '../clock-text.ts';
import { firstMeeting, type Meeting } from './meeting.ts';
import { soundRotations } from './sound-rotations.ts';
import { yearAhead } from './year-ahead.ts';

/**
 * Nobody is on call twice at one time: in two rotations of a schedule, or in the schedules of two
 * stages of a plan, where the later stage is to find someone else.
 */
export function samePersonTwice(now: number): Rule {
  return {
    schedule(schedule, context) {
      const rotations = soundRotations(schedule, context);
      const pairs = rotations.flatMap((other, at) =>
        rotations.slice(0, at).map((one): Pair => [one, other]),
      );
      const met = firstOf(pairs, now);
      if (met === undefined) return;
      const [one, other] = met.pair;
      const parameters = { ...told(met), one: one.name, other: other.name };
      context.tell(finding('same-person-twice', schedule.origin, parameters));
    },
    plan(plan, context) {
      const targets = scheduleTargets(plan);
      for (const { stage, to } of targets) {
        const others = rotationsOf(to.name, context);
        for (const { stage: earlier, to: before } of targets) {
          if (earlier >= stage) break;
          const met = firstOf(pairsOf(rotationsOf(before.name, context), others), now);
          if (met === undefined) continue;
          const related = [{ origin: before.origin, message: 'This stage pages the same person.' }];
          const parameters = { ...told(met), one: before.name, other: to.name };
          context.tell(finding('same-person-twice', to.origin, parameters, { related }));
          break;
        }
      }
    },
  };
}

type Pair = readonly [one: Rotation, other: Rotation];

interface Met {
  readonly pair: Pair;
  readonly meeting: Meeting;
}

function firstOf(pairs: readonly Pair[], now: number): Met | undefined {
  let first: Met | undefined;
  for (const pair of pairs) {
    const meeting = firstMeeting(...pair, yearAhead(pair, now));
    if (meeting === undefined) continue;
    if (first === undefined || meeting.start < first.meeting.start) first = { pair, meeting };
  }
  return first;
}

function told({ pair: [one], meeting }: Met): { readonly name: string; readonly when: string } {
  const zone = one.zone.value;
  return { name: meeting.name, when: `${stretchText(zone, meeting)} (${zone})` };
}

interface Target {
  /** From 0. */
  readonly stage: number;
  readonly to: Reference<'schedule'>;
}

/** The schedules of a plan, each where it stands first: one that stands again is to be paged again. */
function scheduleTargets({ stages }: Plan): readonly Target[] {
  const found = new Map<string, Target>();
  for (const [stage, { targets }] of stages.entries()) {
    for (const { to } of targets) {
      if (to.kind !== 'schedule' || found.has(to.name)) continue;
      found.set(to.name, { stage, to: { ...to, kind: to.kind } });
    }
  }
  return [...found.values()];
}

function rotationsOf(schedule: string, context: RuleContext): readonly Rotation[] {
  const found = context.schedules.get(schedule);
  return found === undefined ? [] : soundRotations(found, context);
}

/**
 * A schedule that repeats rotations of one before and adds more asks a wider circle, so that only
 * those it adds are to bring others.
 */
function pairsOf(before: readonly Rotation[], later: readonly Rotation[]): readonly Pair[] {
  const added = later.filter((it) => !before.includes(it));
  const others = added.length > 0 ? added : later;
  return before.flatMap((one) => others.map((other): Pair => [one, other]));
}
