/** Runs rules over a model: each over all of its kind. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { extentAt, type ParsedPiece } from '../../syntax/parse.ts';
import type { Origin, Piece } from '../../text/piece.ts';
import { anyWithin } from '../../text/search.ts';
import type { Model } from '../model.ts';
import type { Rule, RuleContext } from './rule.ts';

/** What the model does not tell of a project. */
export interface Surroundings {
  readonly uses: RuleContext['uses'];
  /** Words in text that can't be read. */
  readonly perhaps: ReadonlySet<string>;
  /** Where errors lie, sorted. */
  readonly unsound: ReadonlyMap<Piece, readonly number[]>;
}

export function* check(
  model: Model,
  { uses, perhaps, unsound }: Surroundings,
  rules: readonly Rule[],
): Iterable<Finding> {
  const context: RuleContext = {
    ...model,
    uses,
    isPerhapsUsed: (name) => perhaps.has(name),
    isSound: ({ origin }) => isSound(origin, unsound),
  };
  for (const rule of rules) {
    if (rule.contact) for (const it of model.contacts.values()) yield* rule.contact(it, context);
    if (rule.plan) for (const it of model.plans.values()) yield* rule.plan(it, context);
    if (rule.schedule) for (const it of model.schedules.values()) yield* rule.schedule(it, context);
    if (rule.rotation) for (const it of model.rotations.values()) yield* rule.rotation(it, context);
    if (rule.test) for (const it of model.tests) yield* rule.test(it, context);
  }
}

/** Whether no error lies in the declaration of a name. */
function isSound(
  { piece, start: at }: Origin,
  unsound: ReadonlyMap<Piece, readonly number[]>,
): boolean {
  const errors = unsound.get(piece);
  if (errors === undefined) return true;
  const { start, end } = extentAt((piece as ParsedPiece).declarations, at);
  return !anyWithin(errors, start, end);
}
