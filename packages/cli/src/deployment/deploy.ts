/** What apply and destroy have in common: the plan is shown, someone agrees, its steps are sent. */
import { type Change, claimOverrides, steps as stepsOf } from '@oncall/compiler';
import { type ExitCode, exitCodes, usageError } from '../exit.ts';
import { appliedJson } from '../reporters/applied-json.ts';
import { hasChanges, planText } from '../reporters/plan-text.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { carryOut } from './carry-out.ts';
import type { PeopleImpact } from './people-impact.ts';
import type { Outcome } from './run-steps.ts';
import type { Survey } from './survey.ts';

export interface Manner {
  readonly command: 'apply' | 'destroy';
  /** Whether someone has agreed beforehand, with --yes. */
  readonly agreed: boolean;
  readonly question: string;
  /** What is typed to agree. */
  readonly consent: string;
  /** What is said where there is nothing to do. */
  readonly nothing?: string;
  /** Whether all that is told is one JSON text. */
  readonly isJson: boolean;
}

export async function deploy(
  found: Survey,
  impact: PeopleImpact,
  { command, agreed, question, consent, nothing, isJson }: Manner,
  controller: AbortController,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out } = terminal;
  if (!isJson) out.write(planText(found, impact, out.paint, nothing));
  const { journal, changes } = found;
  const steps = stepsOf(changes);
  const takeDown = () =>
    journal.saw(claimOverrides(found.resources, found.live, found), adoptedBy(changes));
  if (steps.length === 0) {
    takeDown();
    journal.settle();
  }
  if (!hasChanges(changes)) {
    if (isJson) out.write(appliedJson(found, impact));
    return exitCodes.fine;
  }
  if (steps.length > 0 && !agreed) {
    const answer = await terminal.ask(question);
    if (answer?.trim() !== consent) {
      terminal.err.write('Nothing was changed.\n');
      return answer === undefined ? exitCodes.interrupted : exitCodes.failed;
    }
  }
  // Not before someone agreed: drift tells by it who changed what.
  if (steps.length > 0) takeDown();
  const textOf = isJson ? (outcome: Outcome) => appliedJson(found, impact, outcome) : undefined;
  return carryOut(steps, found, command, controller, terminal, textOf);
}

/** ARNs of what is taken over. */
function adoptedBy(changes: readonly Change[]): ReadonlySet<string> {
  const calls = changes.flatMap(({ action, calls }) => (action === 'adopt' ? calls : []));
  return new Set(calls.map(({ input }) => String((input as { ResourceARN?: string }).ResourceARN)));
}

/** Before anything is read: nobody is to wait for a question that can't be asked. */
export function checkConsent(
  { command, agreed, isJson }: Pick<Manner, 'command' | 'agreed' | 'isJson'>,
  terminal: Terminal,
) {
  if (agreed) return;
  if (isJson) {
    throw usageError(
      `${command} --json asks nothing, so it needs --yes`,
      'Look at oncall plan first.',
    );
  }
  if (terminal.canAsk) return;
  throw usageError(
    `${command} asks before it changes anything, and there is no terminal to ask on`,
    `Give --yes to ${command} without being asked.`,
  );
}
