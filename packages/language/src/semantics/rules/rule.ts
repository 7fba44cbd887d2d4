import type { Finding } from '../../diagnostics/diagnostic.ts';
import { extentAt, type ParsedPiece } from '../../syntax/parse.ts';
import type { Origin, Piece } from '../../text/piece.ts';
import { anyWithin } from '../../text/search.ts';
import type { Model } from '../model.ts';
import type { Use } from '../resolve/references.ts';

export type Uses = Readonly<Record<Use['kind'], ReadonlyMap<string, Use>>>;

/** What a rule looks at: the whole project, as the model has it. */
export interface RuleContext {
  readonly model: Model;
  /** By kind and name, the first that refers to it; one that a page can come by, if any. */
  readonly uses: Uses;
  /** Words in text that can't be read: what they name may be used there. */
  readonly perhaps: ReadonlySet<string>;
  /** Where errors lie, sorted: what seems to lack in a declaration with one may only be misspelt. */
  readonly unsound: ReadonlyMap<Piece, readonly number[]>;
}

/** One mistake that a project can hold, found by reading its model. */
export type Rule = (context: RuleContext) => Iterable<Finding>;

/** Whether the declaration of a name can be taken at its word. */
export function isSound(
  { unsound }: RuleContext,
  { origin }: { readonly origin: Origin },
): boolean {
  const errors = unsound.get(origin.piece);
  if (errors === undefined) return true;
  const { declarations } = origin.piece as ParsedPiece;
  const { start, end } = extentAt(declarations, origin.start);
  return !anyWithin(errors, start, end);
}
