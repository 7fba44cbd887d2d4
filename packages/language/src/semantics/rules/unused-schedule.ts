import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** Something refers to each schedule. */
export const unusedSchedule: Rule = {
  schedule({ name, origin }, { uses, isPerhapsUsed, tell }) {
    if (uses.schedule.get(name) !== undefined || isPerhapsUsed(name)) return;
    tell(finding('unused-schedule', origin, { name }));
  },
};
