import type { Command } from '../command-line/command.ts';
import { survey } from '../deployment/survey.ts';
import { exitCodes } from '../exit.ts';
import { planJson } from '../reporters/plan-json.ts';
import { hasChanges, planText } from '../reporters/plan-text.ts';

/** Shows what apply would change. Writes nothing. */
export const plan: Command = {
  async run(invocation, surroundings) {
    const { out } = surroundings.terminal;
    const found = await survey(invocation, surroundings, new AbortController().signal);
    if (found === undefined) return exitCodes.failed;
    await found.target.close();
    out.write(invocation.has('json') ? planJson(found) : planText(found, out.paint));
    const detailed = invocation.has('detailed-exitcode');
    return detailed && hasChanges(found.changes) ? exitCodes.changes : exitCodes.fine;
  },
};
