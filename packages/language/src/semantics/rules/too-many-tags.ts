import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** Limit of the service. */
const mostTags = 50;

/** A resource bears 50 tags at most: its own, those of the project, and the one or two of ours. */
export const tooManyTags: Rule = function* ({ model }) {
  const common = new Set(model.project?.tags.map(({ key }) => key));
  const bearers = [
    ...[model.contacts, model.plans, model.schedules].flatMap((map) =>
      [...map.values()].map(({ tags, origin }) => ({ tags, origin, ours: 1 })),
    ),
    ...[...model.rotations.values()].map(({ tags, origin }) => ({ tags, origin, ours: 2 })),
  ];
  for (const { tags, origin, ours } of bearers) {
    const own = new Set(tags.flatMap(({ key }) => (common.has(key) ? [] : key)));
    const count = common.size + own.size + ours;
    if (count <= mostTags) continue;
    const why = `This has ${count} tags, with those of the project and of oncall. AWS takes 50: remove some.`;
    yield finding('invalid-tag', tags.at(-1)?.origin ?? origin, { why });
  }
};
