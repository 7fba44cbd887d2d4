/** `# oncall-ignore CODE: reason`: which comments silence what, and where. */
import type { ParsedPiece } from '../../syntax/parse.ts';
import type { Origin } from '../../text/piece.ts';
import type { Span } from '../../text/span.ts';

export interface Ignore {
  /** As written; may be no code at all. */
  readonly code: string;
  readonly hasReason: boolean;
  /** Of the comment. */
  readonly origin: Origin;
  /** What it silences: the declaration or item directly below; `undefined` where there is none. */
  readonly scope: Span | undefined;
}

export function ignoresOf(piece: ParsedPiece): readonly Ignore[] {
  const found: Ignore[] = [];
  /** What stands below the comment after, if that has its line to itself. */
  let below: Span | undefined;
  let belowStart = -2;
  let nodes: ReadonlyMap<number, Span> | undefined;
  // From the last on, so that a run of comments is looked through once.
  for (const { start, end, first } of piece.comments.toReversed()) {
    const next = lineBelow(piece.text, end);
    const text = piece.text.slice(start, end);
    const isIgnore = text.includes('oncall-ignore');
    if (next !== belowStart) {
      nodes ??= nodesOf(piece);
      below = nodes.get(next);
    }
    belowStart = first ? start : -2;
    if (!isIgnore) continue;
    const parts = /^#[ \t]*oncall-ignore(?![\w-])[ \t]*([^\s:]*)[ \t]*(:?)(.*)$/su.exec(text);
    if (parts === null) continue;
    found.push({
      code: parts[1] ?? '',
      hasReason: parts[2] === ':' && /\S/.test(parts[3] ?? ''),
      origin: { piece, start, end },
      scope: first ? below : undefined,
    });
  }
  return found.reverse();
}

/** Declarations and items, by where they start. */
function nodesOf(piece: ParsedPiece): ReadonlyMap<number, Span> {
  const nodes = new Map<number, Span>();
  const add = (node: Span & { readonly items?: readonly Span[] }): void => {
    nodes.set(node.start, node);
    for (const item of node.items ?? []) add(item);
  };
  for (const declaration of piece.declarations) add(declaration);
  return nodes;
}

/** Where the text of the line below a comment begins; -1 where there is none. */
function lineBelow(text: string, commentEnd: number): number {
  if (commentEnd === text.length) return -1;
  // A comment ends at a line end: `\n`, `\r` or `\r\n`.
  let position = text.startsWith('\r\n', commentEnd) ? commentEnd + 2 : commentEnd + 1;
  while (text[position] === ' ' || text[position] === '\t') position++;
  const next = text[position];
  return next === undefined || next === '\n' || next === '\r' ? -1 : position;
}
