import type { Command } from '../command-line/command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { impactDays, peopleImpact } from '../deployment/people-impact.ts';
import { checkPlanPath, writePlanFile } from '../deployment/plan-file.ts';
import { survey } from '../deployment/survey.ts';
import { exitCodes } from '../exit.ts';
import { planJson } from '../reporters/plan-json.ts';
import { planMarkdown } from '../reporters/plan-markdown.ts';
import { hasChanges, planText } from '../reporters/plan-text.ts';
import { counted } from '../terminal/counted.ts';
import { visible } from '../terminal/visible.ts';

/** Shows what apply would change, and what that does to people. Writes nothing. */
export const plan: Command = {
  async run(invocation, surroundings) {
    const { out, err } = surroundings.terminal;
    const days = impactDays(invocation);
    const most = wholeNumber(invocation, 'max-impact');
    const file = invocation.value('out');
    if (file !== undefined) checkPlanPath(file, surroundings.cwd);
    const found = await survey(invocation, surroundings, new AbortController().signal);
    if (found === undefined) return exitCodes.failed;
    await found.target.close();
    const impact = peopleImpact(found, days);
    const format = invocation.value('format');
    if (format === 'json') out.write(planJson(found, impact));
    else if (format === 'markdown') out.write(planMarkdown(found, impact));
    else out.write(planText(found, impact, out.paint));
    if (most !== undefined && impact.changed > most) {
      const changed = counted(impact.changed, 'changed shift');
      err.write(`${changed}, and --max-impact allows ${most}\n`);
      return exitCodes.failed;
    }
    if (file !== undefined) {
      writePlanFile(file, surroundings.cwd, found);
      err.note(
        `The plan is in ${visible(file)}: oncall apply does exactly that, given the file.\n`,
      );
    }
    const detailed = invocation.has('detailed-exitcode');
    return detailed && hasChanges(found.changes) ? exitCodes.changes : exitCodes.fine;
  },
};
