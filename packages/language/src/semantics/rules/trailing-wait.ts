import { finding } from '../../diagnostics/finding.ts';
import type { Contact, Plan } from '../model.ts';
import { fixOf, stageItemAt, withoutItem } from './mend.ts';
import { isOwn } from './own-stages.ts';
import type { Rule, RuleContext } from './rule.ts';

/**
 * The last stage notifies someone. Those of a template are left alone: more may follow where it is
 * used.
 */
export const trailingWait: Rule = { contact: check, plan: check };

function check(owner: Contact | Plan, { isSound, tell }: RuleContext): void {
  const { stages } = owner;
  const last = stages.findLastIndex(({ targets }) => targets.length > 0);
  if (last === stages.length - 1) return;
  const waits = stages.slice(last + 1).filter(isOwn);
  const [first] = waits;
  // Where no stage notifies anyone, that is the one mistake.
  if (first === undefined || last === -1 || !isSound(owner)) return;
  const edits = waits.map(({ origin }) => {
    const item = stageItemAt(origin);
    return item && withoutItem(origin.piece, item);
  });
  const fixes = fixOf(waits.length === 1 ? 'Remove it' : 'Remove them', edits);
  const related = waits.slice(1).map(({ origin }) => ({ origin, message: 'This waits too.' }));
  tell(finding('trailing-wait', first.origin, { count: waits.length }, { related, fixes }));
}
