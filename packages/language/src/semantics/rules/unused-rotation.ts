import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** Something refers to each rotation. */
export const unusedRotation: Rule = {
  rotation({ name, origin }, { uses, isPerhapsUsed, tell }) {
    if (uses.rotation.get(name) !== undefined || isPerhapsUsed(name)) return;
    tell(finding('unused-rotation', origin, { name }));
  },
};
