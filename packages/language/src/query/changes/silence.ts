/** A comment that silences a warning or an information; its reason is to be written. */
import type { Analysis } from '../../analysis.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../text/span.ts';
import { pieceAt } from '../pieces.ts';
import { type Change, indentOf } from './change.ts';

/** Above the innermost declaration or item around it that begins its line. */
export function silence(analysis: Analysis, diagnostic: Diagnostic): readonly Change[] {
  const { code, severity, location } = diagnostic;
  if (severity === 'error' || ofComments.has(code)) return [];
  const { file, span } = location;
  const at = pieceAt(analysis, file.path, span.start);
  if (at === undefined) return [];
  const within = span.start - at.start;
  let place: number | undefined;
  const visit = (node: Span & { readonly items?: readonly Span[] }): void => {
    if (node.start > within || within >= node.end) return;
    if (indentOf(at.piece.text, node.start) !== undefined) place = node.start;
    for (const item of node.items ?? []) visit(item);
  };
  for (const declaration of at.piece.declarations) visit(declaration);
  if (place === undefined) return [];
  const indent = indentOf(at.piece.text, place) ?? '';
  const offset = at.start + place;
  const edit = {
    location: { file, span: { start: offset, end: offset } },
    text: `# oncall-ignore ${code}: \n${indent}`,
  };
  return [{ kind: 'silence', title: `Silence ${code} here`, diagnostic, edits: [edit] }];
}

const ofComments = new Set(['unknown-code', 'unused-ignore', 'ignore-without-reason']);
