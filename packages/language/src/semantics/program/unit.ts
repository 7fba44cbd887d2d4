import type { ParsedFile } from '../../syntax/parse.ts';
import type { DeclaredPiece } from '../declare/declare.ts';
import type { ResolvedPiece } from '../resolve/resolve.ts';
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
  /** Whether there is nothing to tell of it, as of most; those of a large file are looked through fast. */
  readonly quiet: boolean;
}

export function unitOf(
  declared: DeclaredPiece,
  resolved: ResolvedPiece,
  checked: CheckedPiece,
): Unit {
  const { piece, findings, ignores } = declared;
  const quiet =
    piece.findings.length === 0 &&
    findings.length === 0 &&
    ignores.length === 0 &&
    resolved.findings.length === 0 &&
    checked.findings.length === 0;
  return { declared, resolved, checked, quiet };
}

export interface UnitFile {
  readonly parsed: ParsedFile;
  /** In step with its pieces. */
  readonly units: readonly Unit[];
  readonly indexOf: IndexOf;
}
