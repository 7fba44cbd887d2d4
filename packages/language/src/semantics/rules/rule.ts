import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { Origin, Piece } from '../../text/piece.ts';
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
  /** Pieces with errors: what seems to lack in them may only be misspelt. */
  readonly unsound: ReadonlySet<Piece>;
}

/** One mistake that a project can hold, found by reading its model. */
export type Rule = (context: RuleContext) => Iterable<Finding>;

/** Whether a declaration can be taken at its word. */
export function isSound(
  { unsound }: RuleContext,
  { origin }: { readonly origin: Origin },
): boolean {
  return !unsound.has(origin.piece);
}
