import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** Something refers to each template. */
export const unusedTemplate: Rule = {
  template({ name, origin }, { uses, isPerhapsUsed, tell }) {
    if (uses.template.get(name) !== undefined || isPerhapsUsed(name)) return;
    tell(finding('unused-template', origin, { name }));
  },
};
