/** The account that a project is for, for commands that need none of its addresses. */
import { lower } from '@oncall/compiler';
import type { Invocation, Surroundings } from '../command-line/command.ts';
import { type LoadedProject, tellErrors } from '../deployment/load-project.ts';
import { type Destination, type Guard, openTarget, type Target } from '../deployment/target.ts';
import { variablesGiven } from '../environment/variables.ts';

export interface OpenAccount {
  readonly target: Target;
  readonly guard: Guard;
  /** By NAME, those whose ARN is known. */
  readonly externs: ReadonlyMap<string, string>;
}

/** Undefined where a value of the project is missing or wrong, which has been told then. */
export async function openAccount(
  destination: Destination,
  { analysis, folder }: LoadedProject,
  invocation: Invocation,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<OpenAccount | undefined> {
  const { model, place } = analysis;
  const variable = variablesGiven(invocation, folder, surroundings);
  // Of the project's values only its account and Region are needed.
  const none = new Map<string, never>();
  const bare = { contacts: none, plans: none, schedules: none, rotations: none };
  const { account, region, findings } = lower({ ...model, ...bare }, { variable });
  if (tellErrors(findings.map(place), surroundings.terminal.err)) return undefined;
  const externs = new Map(
    [...model.externs.values()].flatMap(({ name, arn }): [string, string][] => {
      const written = arn.kind === 'text' ? arn.text : variable(arn.name);
      return written === undefined ? [] : [[name, written]];
    }),
  );
  const guard = { account, region, externs: [...externs.values()] };
  const target = await openTarget(destination, guard, folder, surroundings, signal);
  return { target, guard, externs };
}
