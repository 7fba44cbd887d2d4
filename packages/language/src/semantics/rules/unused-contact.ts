import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** Something refers to each contact. */
export const unusedContact: Rule = function* ({ model, uses, perhaps }) {
  for (const { name, origin } of model.contacts.values()) {
    if (uses.contact.has(name) || perhaps.has(name)) continue;
    yield finding('unused-contact', origin, { name });
  }
};
