import { finding } from '../../diagnostics/finding.ts';
import { formatMinutes } from '../../values/duration.ts';
import type { Rule } from './rule.ts';
import { stageStarts } from './stage-starts.ts';

/** Minutes for which those paged first may be silent before others are. */
const slowest = 15;

/** Where those paged first are silent, others are paged soon. */
export const slowEscalation: Rule = {
  plan(plan, { isSound, tell }) {
    const { stages } = plan;
    const starts = stageStarts(stages);
    const first = stages.findIndex(({ targets }) => targets.length > 0);
    const second = stages.findIndex(
      ({ targets }, at) => targets.length > 0 && (starts[at] as number) > (starts[first] as number),
    );
    const after = starts[second];
    const stage = stages[first];
    if (stage === undefined || after === undefined || after <= slowest || !isSound(plan)) return;
    tell(finding('slow-escalation', stage.origin, { after: formatMinutes(after) }));
  },
};
