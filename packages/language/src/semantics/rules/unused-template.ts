import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** Something refers to each template. */
export const unusedTemplate: Rule = {
  *template({ name, origin }, { uses, isPerhapsUsed }) {
    if (uses.template.get(name) !== undefined || isPerhapsUsed(name)) return;
    yield finding('unused-template', origin, { name });
  },
};
