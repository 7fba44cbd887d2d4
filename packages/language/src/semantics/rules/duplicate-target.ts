import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import type { Origin } from '../../text/piece.ts';
import type { ChannelTarget, Contact, Plan, PlanTarget, Template } from '../model.ts';
import { fixOf, targetItemAt, withoutItem } from './mend.ts';
import { ownStages } from './own-stages.ts';
import type { Rule, RuleContext } from './rule.ts';

/** A stage notifies each of its targets once. */
export const duplicateTarget: Rule = { contact: check, plan: check, template: check };

type Target = ChannelTarget | PlanTarget;

function check(owner: Contact | Plan | Template, { isSound, tell }: RuleContext): void {
  for (const { targets } of ownStages(owner)) {
    if (targets.length < 2) continue;
    const seen = new Map<string, Target>();
    for (const target of targets) {
      const { name, origin } = placeOf(target);
      const first = seen.get(name);
      if (first === undefined) seen.set(name, target);
      else if (isSound(owner)) {
        const related = [{ origin: placeOf(first).origin, message: 'It stands here already.' }];
        tell(
          finding('duplicate-target', origin, { name }, { related, fixes: mend(first, target) }),
        );
      }
    }
  }
}

function placeOf(target: Target): { readonly name: string; readonly origin: Origin } {
  return 'to' in target ? target.to : { name: target.channel, origin: target.origin };
}

/** Who is notified twice is so once, as essential if one of the two is; which retry is meant, none can tell. */
function mend(first: Target, second: Target): Finding['fixes'] {
  if ('to' in first && 'to' in second) {
    const isFirstLess = second.essential && !first.essential;
    return removal(isFirstLess ? 'Remove the first' : 'Remove it', isFirstLess ? first : second);
  }
  if ('to' in first || 'to' in second || first.retry?.value !== second.retry?.value) return [];
  return removal('Remove it', second);
}

function removal(title: string, target: Target): Finding['fixes'] {
  const { origin } = placeOf(target);
  const item = targetItemAt(origin);
  return fixOf(title, [item && withoutItem(origin.piece, item)]);
}
