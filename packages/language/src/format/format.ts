/** The formatter: text to the one form of it. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { invalidEncoding, place } from '../diagnostics/place.ts';
import { type ParsedFile, parse } from '../syntax/parse.ts';
import { relateNext } from '../syntax/relate-next.ts';
import type { Location, Origin, Piece } from '../text/piece.ts';
import type { SourceFile } from '../text/source-file.ts';
import { print } from './print.ts';
import { attachTrivia } from './trivia.ts';

export type FormatResult =
  | { readonly kind: 'formatted'; readonly text: string }
  /** Text with syntax errors is left alone; these say why. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** The one form of a file ("Form" in docs/language.md). Idempotent; keeps every comment. */
export function format(file: SourceFile): FormatResult {
  const parsed = parse(file.text);
  const diagnostics = reasonsToRefuse(file, parsed);
  if (diagnostics.length > 0) return { kind: 'refused', diagnostics };
  return { kind: 'formatted', text: print(attachTrivia(parsed)) };
}

function reasonsToRefuse(file: SourceFile, parsed: ParsedFile): readonly Diagnostic[] {
  const { invalidAt } = file;
  const { pieces, starts } = parsed;
  // Errors of syntax from there on may be but consequences.
  if (invalidAt !== undefined) return [invalidEncoding(file, invalidAt)];
  const startOf = new Map<Piece, number>(
    pieces.map((piece, index) => [piece, starts[index] as number]),
  );
  const locate = ({ piece, start, end }: Origin): Location => {
    const offset = startOf.get(piece) as number;
    return { file, span: { start: offset + start, end: offset + end } };
  };
  return pieces
    .flatMap(({ findings }, index) =>
      findings.map((found) => place(relateNext(parsed, index, found), locate)),
    )
    .sort((a, b) => a.location.span.start - b.location.span.start);
}
