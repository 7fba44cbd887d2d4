import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** Something refers to each rotation. */
export const unusedRotation: Rule = {
  *rotation({ name, origin }, { uses, isPerhapsUsed }) {
    if (uses.rotation.get(name) !== undefined || isPerhapsUsed(name)) return;
    yield finding('unused-rotation', origin, { name });
  },
};
