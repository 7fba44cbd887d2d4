/**
 * Mends that take something out of the text. There is none where a comment would lose what it
 * speaks of: what becomes of it is for a person to say.
 */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import type { Origin, Piece } from '../../text/piece.ts';
import type { Span } from '../../text/span.ts';

type Edit = Finding['fixes'][number]['edits'][number];

/** The items of the declaration that something is written in. */
export function itemsAround({ piece, start }: Origin): readonly ast.Item[] {
  for (const declaration of (piece as ParsedPiece).declarations) {
    if (start < declaration.start || start >= declaration.end) continue;
    return 'items' in declaration ? declaration.items : [];
  }
  return [];
}

/** The stage of this duration. */
export function stageItemAt(duration: Origin): ast.StageItem | undefined {
  for (const item of itemsAround(duration)) {
    if (item.kind === 'stage' && item.duration?.start === duration.start) return item;
  }
  return undefined;
}

/** The item that notifies this target. */
export function targetItemAt(target: Origin): ast.TargetItem | undefined {
  for (const item of itemsAround(target)) {
    if (item.kind !== 'stage') continue;
    const found = item.items.find((each) => each.target?.start === target.start);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Takes an item out, with its lines where it has them to itself. */
export function withoutItem(piece: Piece, { start, end }: Span): Edit | undefined {
  if (isSpokenOf(piece, { start, end })) return undefined;
  const [before = ''] = /(?:\r\n?|\n)?[ \t]*$/.exec(piece.text.slice(0, start)) ?? [];
  const [behind = ''] = /^[ \t]*/.exec(piece.text.slice(end)) ?? [];
  const endsLine = /^[\r\n]/.test(piece.text.slice(end + behind.length));
  // What stands behind it on its line takes its place there.
  const from = endsLine || !/^[\r\n]/.test(before) ? start - before.length : start;
  const to = endsLine || from === start ? end + behind.length : end;
  return { origin: { piece, start: from, end: to }, text: '' };
}

/** Takes out what no comment is in. */
export function without(piece: Piece, { start, end }: Span, text = ''): Edit | undefined {
  const isCommented = (piece as ParsedPiece).comments.some(
    (comment) => start <= comment.start && comment.start < end,
  );
  return isCommented ? undefined : { origin: { piece, start, end }, text };
}

/** Whether a comment stands in it, behind it on its line, or on the line above. */
function isSpokenOf(piece: Piece, { start, end }: Span): boolean {
  return (piece as ParsedPiece).comments.some((comment) => {
    if (comment.end <= start) {
      return comment.first && /^(?:\r\n?|\n)[ \t]*$/.test(piece.text.slice(comment.end, start));
    }
    return comment.start < end || /^[ \t]*$/.test(piece.text.slice(end, comment.start));
  });
}

/** A fix of edits that can all be made; none where one can't. */
export function fixOf(title: string, edits: readonly (Edit | undefined)[]): Finding['fixes'] {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === 0 || made.length < edits.length ? [] : [{ title, edits: made }];
}
