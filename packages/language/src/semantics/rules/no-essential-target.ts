import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';
import { stageStarts } from './stage-starts.ts';

/** An answer can stop a plan of which more is to come. */
export const noEssentialTarget: Rule = {
  plan(plan, { isSound, tell }) {
    const { name, origin, stages } = plan;
    if (stages.some(({ targets }) => targets.some(({ essential }) => essential))) return;
    const starts = stageStarts(stages).filter((_, at) => stages[at]?.targets.length);
    if (new Set(starts).size < 2 || !isSound(plan)) return;
    tell(finding('no-essential-target', origin, { name }));
  },
};
