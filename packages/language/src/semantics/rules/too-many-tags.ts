import { finding } from '../../diagnostics/finding.ts';
import type { Contact, Plan, Rotation, Schedule } from '../model.ts';
import type { Rule, RuleContext } from './rule.ts';

/** A resource bears 50 tags at most: its own, those of the project, and the one or two of ours. */
export const tooManyTags: Rule = {
  contact: check,
  plan: check,
  schedule: check,
  rotation: check,
};

/** Limit of the service. */
const mostTags = 50;

function check(
  { kind, tags, origin }: Contact | Plan | Schedule | Rotation,
  { projectTags, tell }: RuleContext,
): void {
  if (projectTags.size + tags.length + 2 <= mostTags) return;
  const own = new Set(tags.map(({ key }) => key).filter((key) => !projectTags.has(key)));
  const ours = kind === 'rotation' ? 2 : 1;
  const count = projectTags.size + own.size + ours;
  if (count <= mostTags) return;
  const why = `This has ${count} tags, with those of the project and of oncall. AWS takes 50: remove some.`;
  tell(finding('invalid-tag', tags.at(-1)?.origin ?? origin, { why }));
}
