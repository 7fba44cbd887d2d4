import type { Step } from '@oncall/compiler';
import { blame } from '../aws/blame.ts';
import { ServiceError } from '../aws/service.ts';
import { type ExitCode, exitCodes, failureOf, OperationalError } from '../exit.ts';
import { renderNotice } from '../reporters/notice.ts';
import { counted } from '../terminal/counted.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import type { Stream, Terminal } from '../terminal/terminal.ts';
import { visible } from '../terminal/visible.ts';
import { createGuard, MovedOn } from './guard.ts';
import { holdInterrupts } from './interrupt.ts';
import { type Outcome, runSteps } from './run-steps.ts';
import type { Survey } from './survey.ts';

/** What apply and destroy end with: sends the steps, and tells how far that went. */
export async function carryOut(
  steps: readonly Step[],
  found: Survey,
  command: 'apply' | 'destroy',
  controller: AbortController,
  terminal: Terminal,
  /** What is written in place of words for people. */
  textOf?: (outcome: Outcome) => string,
): Promise<ExitCode> {
  const { err } = terminal;
  const release = holdInterrupts(controller, exitCodes.interrupted, () =>
    err.write('Interrupted: what is under way is finished first. Once more ends at once.\n'),
  );
  const width = String(steps.length).length;
  try {
    const { target, journal } = found;
    const outcome = await runSteps(steps, {
      service: target.connection,
      journal,
      guard: createGuard(target.connection, found),
      signal: controller.signal,
      width: target.concurrency,
      onDone: (step, count) => {
        const number = String(count).padStart(width);
        err.note(`${err.paint.quiet(`[${number}/${steps.length}]`)} ${describe(step)}\n`);
        err.progress(progressBar('Writing', count, steps.length));
      },
    });
    err.progress('');
    if (outcome.notDone.length === 0) journal.settle();
    return report(outcome, steps.length, found, command, terminal, textOf);
  } finally {
    release();
  }
}

function report(
  outcome: Outcome,
  count: number,
  { changes, analysis }: Survey,
  command: 'apply' | 'destroy',
  { out, err }: Terminal,
  textOf: ((outcome: Outcome) => string) | undefined,
): ExitCode {
  const { done, failed, notDone, interrupted } = outcome;
  const blocked = changes.filter(({ action }) => action === 'blocked');
  let exitCode: ExitCode = blocked.length > 0 ? exitCodes.failed : exitCodes.fine;
  for (const { step, error } of failed) {
    const code = tellFailure(error, step, analysis.locate, err);
    if (exitCode !== exitCodes.bug) exitCode = code;
  }
  if (failed.length > 0 && done.length > 0 && exitCode !== exitCodes.bug) {
    exitCode = exitCodes.partly;
  }
  if (interrupted) exitCode = exitCodes.interrupted;
  if (textOf !== undefined) {
    out.write(textOf(outcome));
    return exitCode;
  }

  const lines = [`Done: ${done.length} of ${counted(count, 'step')}.`];
  const [at] = notDone;
  if (interrupted && at !== undefined) lines.push(`Interrupted before: ${describe(at)}.`);
  if (notDone.length > 0) {
    lines.push('Not done:', ...notDone.map((step) => `  ${describe(step)}`));
    lines.push(`Run oncall ${command} again: it goes on from here.`);
  }
  if (blocked.length > 0) {
    lines.push('Left alone, as the plan says why:', ...blocked.map(({ id }) => `  ${visible(id)}`));
  }
  if (exitCode === exitCodes.fine) {
    lines.push(
      command === 'apply'
        ? 'The account is as the files say.'
        : 'Nothing of the project is left in the account.',
    );
  }
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
  if (error instanceof MovedOn) {
    err.write(
      renderNotice(
        {
          severity: 'error',
          code: undefined,
          title,
          location: step.origin === undefined ? undefined : locate(step.origin),
          related: [],
          notes: help.map((text) => ({ label: 'help', text })),
        },
        err,
      ),
    );
    return exitCode;
  }
  err.write(`${err.paint.error('error')}: ${title}\n`);
  for (const line of help) err.write(`  ${line}\n`);
  return error instanceof OperationalError ? exitCode : exitCodes.bug;
}

/** `create contact/alice`, `update channel/alice/phone`. */
function describe({ id, operation }: Step): string {
  const verb = /^[A-Z][a-z]+/.exec(operation)?.[0].toLowerCase() ?? operation;
  return `${verb} ${visible(id.replace(/#.*$/, ''))}`;
}
