import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** Something refers to each contact. */
export const unusedContact: Rule = {
  contact({ name, origin }, { uses, isPerhapsUsed, tell }) {
    if (uses.contact.get(name) !== undefined || isPerhapsUsed(name)) return;
    tell(finding('unused-contact', origin, { name }));
  },
};
