import type { Diagnostic, Finding } from './diagnostics/diagnostic.ts';
import type { Model } from './semantics/model.ts';
import type { Location, Origin } from './text/piece.ts';
import type { SourceFile } from './text/source-file.ts';

/** All that is known of a project's text. Immutable; shares with its predecessor what did not change. */
export interface Analysis {
  readonly files: readonly SourceFile[];
  /** In the order of files, then of places. */
  readonly diagnostics: readonly Diagnostic[];
  readonly model: Model;
  /** How many declarations this analysis had to parse. */
  readonly parsed: number;
  /** Where an origin lies in the files of this analysis. */
  locate(origin: Origin): Location;
  /** A finding of a later stage (compiler, simulator), placed. */
  place(finding: Finding): Diagnostic;
}

/**
 * Parses and checks a project: all its files, as one program. Never throws for what is in them.
 * Given the analysis before, what did not change is kept.
 */
export function analyze(_files: readonly SourceFile[], _previous?: Analysis): Analysis {
  throw new Error('not built yet');
}
