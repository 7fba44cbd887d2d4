import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../text/source-file.ts';

export type FormatResult =
  | { readonly kind: 'formatted'; readonly text: string }
  /** Text with syntax errors is left alone; these say why. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** The one form of a file ("Form" in docs/language.md). Idempotent; keeps every comment. */
export function format(_file: SourceFile): FormatResult {
  throw new Error('not built yet');
}
