import type { Finding } from '../diagnostics/diagnostic.ts';
import { lowerBound } from '../text/search.ts';
import type { Declaration } from './ast.ts';
import type { ParsedFile } from './parse.ts';

/**
 * A finding of a piece, as its file shows it: that a block is never closed is told with the
 * declaration that begins next, which may lie in the piece behind.
 */
export function relateNext({ pieces }: ParsedFile, index: number, found: Finding): Finding {
  if (found.code !== 'unclosed-block') return found;
  for (const piece of pieces.slice(index, index + 2)) {
    const from = piece === found.origin.piece ? found.origin.start : 0;
    const next = piece.declarations[lowerBound(piece.declarations, from, ({ start }) => start)];
    if (next === undefined) continue;
    const origin = { piece, start: next.start, end: headEnd(next) };
    return { ...found, related: [{ origin, message: 'The next declaration begins here.' }] };
  }
  return found;
}

/** Behind the name of a declaration, or its first word. */
function headEnd(declaration: Declaration): number {
  const name = declaration.kind === 'test' ? declaration.title : declaration.name;
  return name?.end ?? declaration.start + declaration.kind.length;
}
