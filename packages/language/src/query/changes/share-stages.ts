/** Stages of a contact into a template that others may use, and back. */
import { type Analysis, stateOf } from '../../analysis.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../text/span.ts';
import { type PieceAt, pieceAt } from '../pieces.ts';
import { below, type Change, replaced, rewritten } from './change.ts';
import { contactAround } from './declare-missing.ts';

/** Of the stages that a stretch of the file touches, or all about the one that it lies in. */
export function extractTemplate(analysis: Analysis, path: string, span: Span): readonly Change[] {
  const at = pieceAt(analysis, path, span.start);
  const contact = at && contactAround(at, span.start);
  if (at === undefined || contact?.name === undefined) return [];
  const stages = stagesMeant(contact, { start: span.start - at.start, end: span.end - at.start });
  const [first] = stages;
  const last = stages.at(-1);
  if (first === undefined || last === undefined) return [];
  const name = freeName(analysis, `${contact.name.text}-stages`);
  const text = at.piece.text.slice(first.start, last.end);
  const use = [{ start: first.start, end: last.end, text: `use ${name}` }];
  const edits = [...rewritten(at, contact, use), ...below(at, `template ${name} <\n${text}\n>`)];
  const title = `Extract ${stages.length === 1 ? 'stage' : 'stages'} into template ${name}`;
  return [{ kind: 'extract', title, diagnostic: undefined, edits }];
}

/** In the place of the `use` that a stretch of the file touches. */
export function inlineTemplate(analysis: Analysis, path: string, span: Span): readonly Change[] {
  const at = pieceAt(analysis, path, span.start);
  const contact = at && contactAround(at, span.start);
  if (at === undefined || contact === undefined) return [];
  return contact.items.flatMap((item) => {
    if (item.kind !== 'use' || item.name === undefined || !touches(item, span, at)) return [];
    const text = textOf(analysis, item.name.text);
    if (text === undefined) return [];
    const edits = rewritten(at, contact, [replaced(at, item, text)]);
    const title = `Put the stages of template ${item.name.text} here`;
    return [{ kind: 'inline' as const, title, diagnostic: undefined, edits }];
  });
}

function stagesMeant(
  { items }: ast.ContactDeclaration,
  { start, end }: Span,
): readonly ast.StageItem[] {
  const touched = items.findIndex(
    (item) => item.kind === 'stage' && item.start <= end && start <= item.end,
  );
  if (touched < 0) return [];
  const isMeant = (item: ast.ContactEntry | undefined): item is ast.StageItem =>
    item?.kind === 'stage' && (start === end || (item.start <= end && start <= item.end));
  let [first, last] = [touched, touched];
  while (isMeant(items[first - 1])) first--;
  while (isMeant(items[last + 1])) last++;
  return items.slice(first, last + 1).filter(isMeant);
}

function touches({ start, end }: Span, span: Span, at: PieceAt): boolean {
  return at.start + start <= span.end && span.start <= at.start + end;
}

function freeName(analysis: Analysis, wanted: string): string {
  const { templates } = stateOf(analysis).scope;
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!templates.has(name)) return name;
  }
}

/** What a template holds; `undefined` where there is none, or what it holds can't be read. */
function textOf(analysis: Analysis, name: string): string | undefined {
  const named = stateOf(analysis).scope.templates.get(name);
  if (named === undefined || named.piece.damages.length > 0) return undefined;
  const { open, end } = named.declaration;
  return open && named.piece.text.slice(open.end, end - 1);
}
