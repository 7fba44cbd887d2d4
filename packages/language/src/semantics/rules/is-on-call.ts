import type { Contact } from '../model.ts';
import type { RuleContext } from './rule.ts';

/** Whether a page can come to a contact that is no test: what rings them matters then. */
export function isOnCall({ name }: Contact, { uses }: RuleContext): boolean {
  const use = uses.contact.get(name);
  return use?.reaches === true && use.by.kind !== 'test';
}
