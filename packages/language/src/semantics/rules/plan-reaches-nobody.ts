import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** A plan has a stage with a target. */
export const planReachesNobody: Rule = {
  plan(plan, { isSound, tell }) {
    const { name, origin, stages } = plan;
    if (stages.some(({ targets }) => targets.length > 0) || !isSound(plan)) return;
    tell(finding('plan-reaches-nobody', origin, { name }));
  },
};
