import { finding } from '../../diagnostics/finding.ts';
import { formatMinutes } from '../../values/duration.ts';
import type { Contact, Template } from '../model.ts';
import { fixOf, without } from './mend.ts';
import type { Rule, RuleContext } from './rule.ts';

/** A retry is due before its stage ends. */
export const retryNeverHappens: Rule = { contact: check, template: check };

function check(owner: Contact | Template, { isSound, tell }: RuleContext): void {
  for (const { minutes, targets, via } of owner.stages) {
    if (via !== undefined) continue;
    for (const { origin: target, retry } of targets) {
      if (retry === undefined || retry.value < minutes || !isSound(owner)) continue;
      const { value, origin } = retry;
      const parameters = { retry: formatMinutes(value), stage: formatMinutes(minutes) };
      const edit = without(target.piece, { start: target.end, end: origin.end });
      const fixes = fixOf('Remove the retry', [edit]);
      tell(finding('retry-never-happens', origin, parameters, { fixes }));
    }
  }
}
