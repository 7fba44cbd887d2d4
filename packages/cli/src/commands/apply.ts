import type { Command, Invocation } from '../command-line/command.ts';
import { checkConsent, deploy } from '../deployment/deploy.ts';
import { impactDays, peopleImpact } from '../deployment/people-impact.ts';
import {
  checkPlace,
  checkService,
  type GivenPlan,
  objectionsTo,
  planFileAt,
} from '../deployment/plan-file.ts';
import { type Survey, survey, type Wish } from '../deployment/survey.ts';
import { destinationOf } from '../deployment/target.ts';
import { exitCodes, usageError } from '../exit.ts';
import { movedText } from '../reporters/moved-text.ts';
import type { Stream } from '../terminal/terminal.ts';

/**
 * Shows the plan and what it does to people, asks, and makes the account as the files say; of a
 * plan in a file it does exactly what that says, or nothing.
 */
export const apply: Command = {
  async run(invocation, surroundings) {
    const { cwd, terminal } = surroundings;
    const agreed = invocation.has('yes');
    const isJson = invocation.value('format') === 'json';
    checkConsent({ command: 'apply', agreed, isJson }, terminal);
    const days = impactDays(invocation);
    const given = planFileAt(invocation.arguments[0], cwd);
    if (given !== undefined) checkService(given, destinationOf(invocation, surroundings));
    const controller = new AbortController();
    const wish = wishOf(invocation, given);
    const found = await survey(invocation, surroundings, controller.signal, wish);
    if (found === undefined) return exitCodes.failed;
    const question = 'Apply this? Type yes: ';
    const manner = { command: 'apply', agreed, question, consent: 'yes', isJson } as const;
    try {
      if (given !== undefined && !holds(given, found, terminal.err)) return exitCodes.failed;
      return await deploy(found, peopleImpact(found, days), manner, controller, terminal);
    } finally {
      await found.target.close();
    }
  },
};

function wishOf(invocation: Invocation, given: GivenPlan | undefined): Wish {
  const adopt = invocation.has('adopt');
  const manner = { against: 'files', writes: true } as const;
  if (given === undefined) return { path: invocation.arguments[0], adopt, ...manner };
  if (adopt) {
    throw usageError(
      '--adopt does not go with a plan file, which says whether to',
      'Give it to oncall plan.',
    );
  }
  return { path: given.folder, adopt: given.plan.adopt, ...manner };
}

/** Whether a plan comes out as it is in its file; else it is told why not. */
function holds(given: GivenPlan, found: Survey, err: Stream): boolean {
  checkPlace(given, found);
  const objections = objectionsTo(given.plan, found);
  if (objections === undefined) return true;
  err.write(movedText(objections, given.shown, err.paint));
  return false;
}
