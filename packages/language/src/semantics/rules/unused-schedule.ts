import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** Something refers to each schedule. */
export const unusedSchedule: Rule = {
  *schedule({ name, origin }, { uses, isPerhapsUsed }) {
    if (uses.schedule.get(name) !== undefined || isPerhapsUsed(name)) return;
    yield finding('unused-schedule', origin, { name });
  },
};
