import { finding } from '../../diagnostics/finding.ts';
import { formatMinutes } from '../../values/duration.ts';
import type { Plan, PlanTarget } from '../model.ts';
import { type Notified, notified } from './notified.ts';
import { peopleOf } from './people-of.ts';
import type { Rule, RuleContext } from './rule.ts';
import { stageStarts } from './stage-starts.ts';

/**
 * All channels of whom a stage of a plan notifies are tried before the next stage notifies someone
 * else. It is told once a stage: that lasts too short for them.
 */
export const lateChannel: Rule = {
  plan(plan, context) {
    if (!context.isSound(plan)) return;
    const starts = stageStarts(plan.stages);
    for (const [at, { targets }] of plan.stages.entries()) {
      const [first, ...others] = targets.flatMap((target) => {
        const next = nextAfter(plan, starts, at, target.to.name);
        const late = next === undefined ? undefined : lateOf(target, next, context);
        return late === undefined ? [] : [{ ...late, origin: target.to.origin }];
      });
      if (first === undefined) continue;
      const { origin, ...parameters } = first;
      const related = others.map((other) => ({ origin: other.origin, message: 'So is this one.' }));
      context.tell(finding('late-channel', origin, parameters, { related }));
    }
  },
};

/** Minutes until a later stage begins that notifies someone else; the last has no next. */
function nextAfter(
  { stages }: Plan,
  starts: readonly number[],
  at: number,
  name: string,
): number | undefined {
  const start = starts[at] as number;
  const next = stages.findIndex(
    ({ targets }, index) =>
      (starts[index] as number) > start && targets.some(({ to }) => to.name !== name),
  );
  return next === -1 ? undefined : (starts[next] as number) - start;
}

function lateOf({ to }: PlanTarget, next: number, context: RuleContext) {
  if (to.kind === 'contact') {
    const late = lateChannelOf(to.name, next, context);
    return late && told(to.name, late.channel, late.after, next);
  }
  // Who is on call changes: it is told of all or of nobody.
  const people = to.kind === 'schedule' ? peopleOf(to.name, context) : undefined;
  if (people === undefined || people.length === 0) return undefined;
  let soonest = Number.POSITIVE_INFINITY;
  for (const { kind, name } of people) {
    const late = kind === 'contact' ? lateChannelOf(name, next, context) : undefined;
    if (late === undefined) return undefined;
    soonest = Math.min(soonest, late.after);
  }
  return told(`Everyone in ${to.name}`, 'some channel', soonest, next);
}

function lateChannelOf(
  name: string,
  next: number,
  { contacts, isSound }: RuleContext,
): Notified | undefined {
  const contact = contacts.get(name);
  if (contact === undefined || !isSound(contact)) return undefined;
  // Most stages begin before that.
  if ((stageStarts(contact.stages).at(-1) ?? 0) < next) return undefined;
  return notified(contact).find(({ after }) => after >= next);
}

function told(who: string, channel: string, after: number, next: number) {
  return { who, channel, after: formatMinutes(after), next: formatMinutes(next) };
}
