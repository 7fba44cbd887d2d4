/** What stands around a place, from the smallest: a name, its item, the block, the declaration. */
import type { Analysis } from '../analysis.ts';
import type * as ast from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { leavesOf } from './leaves.ts';
import { pieceAt } from './pieces.ts';

/** Each lies within the next; the last is the whole file. */
export function selectionsAt(analysis: Analysis, path: string, offset: number): readonly Span[] {
  const at = pieceAt(analysis, path, offset);
  if (at === undefined) return [];
  const { piece, file, start } = at;
  const within = offset - start;
  const spans: Span[] = [];
  const holds = (span: Span): boolean => span.start <= within && within <= span.end;
  const visit = (node: ast.Declaration | ast.Item): void => {
    if (!holds(node)) return;
    if ('items' in node) for (const item of node.items) if (item.kind !== 'ref') visit(item);
    const inner = insideOf(piece.text, node);
    if (inner !== undefined && holds(inner)) spans.push(inner);
    spans.push({ start: node.start, end: node.end });
  };
  const declaration = piece.declarations.find(holds);
  if (declaration !== undefined) {
    const leaf = leavesOf(declaration).find(holds);
    if (leaf !== undefined) {
      const { value, start: from, end } = leaf;
      const isRef = value.kind === 'person' || value.kind === 'rotation';
      const isText = piece.text[from] === '"' && end - from >= 2;
      const bare = isRef
        ? { start: from + 1, end }
        : isText
          ? { start: from + 1, end: end - 1 }
          : undefined;
      if (bare !== undefined && holds(bare)) spans.push(bare);
      spans.push({ start: from, end });
    }
    visit(declaration);
    const commented = piece.comments.find(({ first }) => first)?.start ?? declaration.start;
    if (declaration === piece.declarations[0]) {
      spans.push({ start: Math.min(commented, declaration.start), end: declaration.end });
    }
  }
  const comment = piece.comments.find(holds);
  if (comment !== undefined) spans.unshift({ start: comment.start, end: comment.end });
  const all = spans.map((span) => ({ start: start + span.start, end: start + span.end }));
  return growing([...all, { start: 0, end: file.text.length }]);
}

/** Between `<` and `>`, white space at the edges left out. */
function insideOf(text: string, node: ast.Declaration | ast.Item): Span | undefined {
  if (!('items' in node) || node.open === undefined || text[node.end - 1] !== '>') return undefined;
  const inner = text.slice(node.open.end, node.end - 1);
  if (inner.trim() === '') return undefined;
  const start = node.open.end + (inner.length - inner.trimStart().length);
  return { start, end: start + inner.trim().length };
}

/** Only those that are larger than the one before and hold it. */
function growing(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    const grows =
      last === undefined ||
      (span.start <= last.start &&
        span.end >= last.end &&
        span.end - span.start > last.end - last.start);
    if (grows) kept.push(span);
  }
  return kept;
}
