import type { ParsedFile } from '../../syntax/parse.ts';
import type { DeclaredPiece } from '../declare/declare.ts';
import type { ResolvedPiece } from '../resolve/resolved-piece.ts';
import type { CheckedPiece } from '../rules/check.ts';
import type { IndexOf } from './index-in.ts';

/** A piece at every stage. */
export interface Unit {
  /** On its own. */
  readonly declared: DeclaredPiece;
  /** Among the names of the others. */
  readonly resolved: ResolvedPiece;
  /** Among all that they mean. */
  readonly checked: CheckedPiece;
}

export interface UnitFile {
  readonly parsed: ParsedFile;
  /** In step with its pieces. */
  readonly units: readonly Unit[];
  /** Of which of them there is nothing to tell, as of most: in a large file the others are found fast. */
  readonly quiet: readonly boolean[];
  readonly indexOf: IndexOf;
}

export function isQuiet({ declared, resolved, checked }: Unit): boolean {
  return (
    declared.piece.findings.length === 0 &&
    declared.findings.length === 0 &&
    declared.ignores.length === 0 &&
    resolved.findings.length === 0 &&
    checked.findings.length === 0
  );
}
