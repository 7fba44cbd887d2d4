import { finding } from '../../diagnostics/finding.ts';
import { peopleOf } from './people-of.ts';
import type { Rule } from './rule.ts';

/** The stages of a plan lead to more than one person. */
export const singleResponder: Rule = {
  plan(plan, context) {
    const { name, origin, stages } = plan;
    const people = new Set<string>();
    let isNamed = false;
    for (const { to } of stages.flatMap(({ targets }) => targets)) {
      if (to.kind === 'contact') isNamed = true;
      const found = to.kind === 'schedule' ? peopleOf(to.name, context) : [to];
      // An extern may stand for many.
      if (found === undefined || found.some(({ kind }) => kind === 'extern')) return;
      for (const person of found) people.add(person.name);
      if (people.size > 1) return;
    }
    // Where only a schedule leads there, its rotation is told to be one of a single member.
    const [contact] = people;
    if (contact === undefined || !isNamed || !context.isSound(plan)) return;
    context.tell(finding('single-responder', origin, { name, contact }));
  },
};
