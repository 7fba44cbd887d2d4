import { steps as stepsOf } from '@oncall/compiler';
import type { Command } from '../command-line/command.ts';
import { carryOut } from '../deployment/carry-out.ts';
import { impactDays, peopleImpact } from '../deployment/people-impact.ts';
import { survey } from '../deployment/survey.ts';
import { exitCodes, usageError } from '../exit.ts';
import { hasChanges, planText } from '../reporters/plan-text.ts';

/** Shows the plan and what it does to people, asks, and makes the account as the files say. */
export const apply: Command = {
  async run(invocation, surroundings) {
    const { terminal } = surroundings;
    const agreed = invocation.has('yes');
    if (!agreed && !terminal.canAsk) {
      throw usageError(
        'apply asks before it changes anything, and there is no terminal to ask on',
        'Give --yes to apply without being asked.',
      );
    }
    const days = impactDays(invocation);
    const controller = new AbortController();
    const found = await survey(invocation, surroundings, controller.signal);
    if (found === undefined) return exitCodes.failed;
    try {
      terminal.out.write(planText(found, peopleImpact(found, days), terminal.out.paint));
      if (!hasChanges(found.changes)) return exitCodes.fine;
      const steps = stepsOf(found.changes);
      if (steps.length > 0 && !agreed) {
        const answer = await terminal.ask('Apply this? Type yes: ');
        if (answer?.trim() !== 'yes') {
          terminal.err.write('Nothing was changed.\n');
          return answer === undefined ? exitCodes.interrupted : exitCodes.failed;
        }
      }
      return await carryOut(steps, found, 'apply', controller, terminal);
    } finally {
      await found.target.close();
    }
  },
};
