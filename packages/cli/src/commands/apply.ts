import { type Step, steps as stepsOf } from '@oncall/compiler';
import { blame } from '../aws/blame.ts';
import { ServiceError } from '../aws/service.ts';
import type { Command } from '../command-line/command.ts';
import { holdInterrupts } from '../deployment/interrupt.ts';
import { impactDays, peopleImpact } from '../deployment/people-impact.ts';
import { type Outcome, runSteps } from '../deployment/run-steps.ts';
import { type Survey, survey } from '../deployment/survey.ts';
import { type ExitCode, exitCodes, failureOf, OperationalError, usageError } from '../exit.ts';
import { renderNotice } from '../reporters/notice.ts';
import { hasChanges, planText } from '../reporters/plan-text.ts';
import { counted } from '../terminal/counted.ts';
import type { Stream, Terminal } from '../terminal/terminal.ts';
import { visible } from '../terminal/visible.ts';

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
      return await carryOut(steps, found, controller, terminal);
    } finally {
      await found.target.close();
    }
  },
};

async function carryOut(
  steps: readonly Step[],
  found: Survey,
  controller: AbortController,
  terminal: Terminal,
): Promise<ExitCode> {
  const { err } = terminal;
  const release = holdInterrupts(controller, exitCodes.interrupted, () =>
    err.write('Interrupted: the call under way is finished first. Once more ends at once.\n'),
  );
  const width = String(steps.length).length;
  try {
    const outcome = await runSteps(
      steps,
      found.target.connection,
      found.records,
      controller.signal,
      (step, index) => {
        const number = String(index + 1).padStart(width);
        err.note(`${err.paint.quiet(`[${number}/${steps.length}]`)} ${describe(step)}\n`);
      },
    );
    return report(outcome, steps.length, found, terminal);
  } finally {
    release();
  }
}

function report(
  outcome: Outcome,
  count: number,
  { changes, analysis }: Survey,
  { out, err }: Terminal,
): ExitCode {
  const { done, failed, notDone, interrupted } = outcome;
  const blocked = changes.filter(({ action }) => action === 'blocked');
  let exitCode: ExitCode = blocked.length > 0 ? exitCodes.failed : exitCodes.fine;
  if (failed !== undefined) {
    exitCode = tellFailure(failed.error, failed.step, analysis.locate, err);
    if (done.length > 0 && exitCode !== exitCodes.bug) exitCode = exitCodes.partly;
  }
  if (interrupted) exitCode = exitCodes.interrupted;

  const lines = [`Done: ${done.length} of ${counted(count, 'step')}.`];
  const [at] = notDone;
  if (interrupted && at !== undefined) lines.push(`Interrupted before: ${describe(at)}.`);
  if (notDone.length > 0) {
    lines.push('Not done:', ...notDone.map((step) => `  ${describe(step)}`));
    lines.push('Run oncall apply again: it goes on from here.');
  }
  if (blocked.length > 0) {
    lines.push('Left alone, as the plan says why:', ...blocked.map(({ id }) => `  ${visible(id)}`));
  }
  if (exitCode === exitCodes.fine) lines.push('The account is as the files say.');
  out.write(`${lines.join('\n')}\n`);
  return exitCode;
}

/** Says why a step failed; the exit code is that of a run in which nothing was done before. */
function tellFailure(
  error: unknown,
  step: Step,
  locate: Survey['analysis']['locate'],
  err: Stream,
): ExitCode {
  if (error instanceof ServiceError) {
    err.write(renderNotice(blame(error, { step, locate }), err));
    return exitCodes.failed;
  }
  const { exitCode, title, help } = failureOf(error);
  err.write(`${err.paint.error('error')}: ${title}\n`);
  for (const line of help) err.write(`  ${line}\n`);
  return error instanceof OperationalError ? exitCode : exitCodes.bug;
}

/** `create contact/alice`, `update channel/alice/phone`. */
function describe({ id, operation }: Step): string {
  const verb = /^[A-Z][a-z]+/.exec(operation)?.[0].toLowerCase() ?? operation;
  return `${verb} ${visible(id.replace(/#.*$/, ''))}`;
}
