import type { Location, Origin } from '../text/piece.ts';
import type { Code, Severity } from './catalogue.ts';

/** Something wrong with what the user wrote, placed in files. Made only by `place`. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong and what to do, a sentence each. */
  readonly message: string;
  readonly location: Location;
  readonly related: readonly { readonly location: Location; readonly message: string }[];
  readonly fixes: readonly Fix[];
}

/** A mend that an editor or `--fix` can apply. */
export interface Fix {
  readonly title: string;
  /** Whether it only guesses what was meant, so that a person has to choose it. */
  readonly isGuess?: true | undefined;
  readonly edits: readonly { readonly location: Location; readonly text: string }[];
}

/** A diagnostic before it is placed: offsets are those of pieces. Made only by `finding`. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly origin: Origin;
  readonly related: readonly { readonly origin: Origin; readonly message: string }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly isGuess?: true | undefined;
    readonly edits: readonly { readonly origin: Origin; readonly text: string }[];
  }[];
}
