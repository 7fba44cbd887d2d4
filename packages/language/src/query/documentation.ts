/** The comments that stand directly above a declaration or an item: its documentation. */
import type { ParsedPiece } from '../syntax/parse.ts';

/** Takes where it starts in its piece. Without the signs; comments that silence are left out. */
export function documentationOf(
  { text, comments }: Pick<ParsedPiece, 'text' | 'comments'>,
  start: number,
): string | undefined {
  const lines: string[] = [];
  let below = start;
  for (const comment of comments.toReversed()) {
    if (comment.end > below) continue;
    if (!comment.first || !isLineEnd(text.slice(comment.end, below))) break;
    below = comment.start;
    const line = text.slice(comment.start, comment.end).replace(/^#+[ \t]?/, '');
    if (!/^[ \t]*oncall-ignore(?![\w-])/.test(line)) lines.unshift(line.trimEnd());
  }
  const found = lines.join('\n').trim();
  return found === '' ? undefined : found;
}

function isLineEnd(between: string): boolean {
  return /^[ \t]*(?:\r\n?|\n)[ \t]*$/.test(between);
}
