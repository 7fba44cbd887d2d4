/** What apply and destroy have in common: the plan is shown, someone agrees, its steps are sent. */
import { steps as stepsOf } from '@oncall/compiler';
import { type ExitCode, exitCodes, usageError } from '../exit.ts';
import { hasChanges, planText } from '../reporters/plan-text.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { carryOut } from './carry-out.ts';
import type { PeopleImpact } from './people-impact.ts';
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
}

export async function deploy(
  found: Survey,
  impact: PeopleImpact,
  { command, agreed, question, consent, nothing }: Manner,
  controller: AbortController,
  terminal: Terminal,
): Promise<ExitCode> {
  terminal.out.write(planText(found, impact, terminal.out.paint, nothing));
  const { journal, live, changes } = found;
  const steps = stepsOf(changes);
  if (steps.length === 0) {
    journal.saw(live);
    journal.settle();
  }
  if (!hasChanges(changes)) return exitCodes.fine;
  if (steps.length > 0 && !agreed) {
    const answer = await terminal.ask(question);
    if (answer?.trim() !== consent) {
      terminal.err.write('Nothing was changed.\n');
      return answer === undefined ? exitCodes.interrupted : exitCodes.failed;
    }
  }
  // Not before someone agreed: drift tells by it who changed what.
  if (steps.length > 0) journal.saw(live);
  return carryOut(steps, found, command, controller, terminal);
}

/** Before anything is read: nobody is to wait for a question that can't be asked. */
export function checkConsent(command: Manner['command'], agreed: boolean, terminal: Terminal) {
  if (agreed || terminal.canAsk) return;
  throw usageError(
    `${command} asks before it changes anything, and there is no terminal to ask on`,
    `Give --yes to ${command} without being asked.`,
  );
}
