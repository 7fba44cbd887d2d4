import { finding } from '../../diagnostics/finding.ts';
import { isSound, type Rule } from './rule.ts';

/** A plan has a stage with a target. */
export const planReachesNobody: Rule = function* (context) {
  for (const plan of context.model.plans.values()) {
    const { name, origin, stages } = plan;
    if (stages.some(({ targets }) => targets.length > 0) || !isSound(context, plan)) continue;
    yield finding('plan-reaches-nobody', origin, { name });
  }
};
