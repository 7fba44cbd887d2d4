import { compile as compileRequests, lower } from '@oncall/compiler';
import { accountProblem, positionAt, regionProblem } from '@oncall/language';
import type { Command } from '../command-line/command.ts';
import { loadProject, tellErrors } from '../deployment/load-project.ts';
import { variablesGiven } from '../environment/variables.ts';
import { exitCodes, usageError } from '../exit.ts';
import { jsonText } from '../reporters/json-text.ts';
import { visible } from '../terminal/visible.ts';

/** Prints the requests that make a project from nothing. Addresses are whole: that is its purpose. */
export const compile: Command = {
  async run(invocation, surroundings) {
    const { terminal } = surroundings;
    const account = invocation.value('account');
    const region = invocation.value('region');
    if (account !== undefined && accountProblem(account) !== undefined) {
      throw usageError(`--account can't be ${visible(account)}`, 'Write its 12 digits.');
    }
    if (region !== undefined && regionProblem(region) !== undefined) {
      throw usageError(`--region can't be ${visible(region)}`, 'Write one like us-east-2.');
    }
    const project = loadProject(invocation.arguments[0], surroundings);
    if (project === undefined) return exitCodes.failed;
    const { analysis, folder } = project;
    const lowered = lower(analysis.model, {
      account,
      region,
      variable: variablesGiven(invocation, folder, surroundings),
    });
    if (tellErrors(lowered.findings.map(analysis.place), terminal.err)) return exitCodes.failed;
    agree('account', account, lowered.account);
    agree('region', region, lowered.region);

    const requests = compileRequests(lowered.resources).map(
      ({ id, operation, input, after, origin }) => {
        const { file, span } = analysis.locate(origin);
        const { line, column } = positionAt(file, span.start);
        return { id, operation, input, after, source: { file: file.path, line, column } };
      },
    );
    terminal.out.writeExact(jsonText({ requests }));
    return exitCodes.fine;
  },
};

/** The project's account and Region are a guard, which no option lifts. */
function agree(option: string, given: string | undefined, taken: string | undefined): void {
  if (given === undefined || given === taken) return;
  throw usageError(
    `the project's ${option} is ${taken}, and --${option} says ${given}`,
    `Leave --${option} away, or change project.`,
  );
}
