/** What in a file leads elsewhere: codes of diagnostics, and ARNs. */
import type { Analysis } from '../analysis.ts';
import { type Code, codes } from '../diagnostics/catalogue.ts';
import { ignoresOf } from '../semantics/declare/ignores.ts';
import type { Span } from '../text/span.ts';
import { isContactArn } from '../values/arn.ts';
import { type PieceAt, piecesIn } from './pieces.ts';

export type Link = Span &
  (
    | { readonly kind: 'code'; readonly code: Code }
    | { readonly kind: 'arn'; readonly partition: string; readonly region: string }
  );

export function linksOf(analysis: Analysis, path: string): readonly Link[] {
  const links: Link[] = [];
  for (const at of piecesIn(analysis, path)) {
    addCodes(links, at);
    for (const declaration of at.piece.declarations) {
      if (declaration.kind === 'project') {
        for (const item of declaration.items) {
          if (item.kind === 'lint' && item.code !== undefined && isCode(item.code.text)) {
            links.push({ kind: 'code', code: item.code.text, ...shifted(at, item.code) });
          }
        }
      }
      if (declaration.kind !== 'extern' || declaration.arn?.kind !== 'string') continue;
      const { value, start, end } = declaration.arn;
      if (!isContactArn(value)) continue;
      const [, partition = '', , region = ''] = value.split(':');
      links.push({
        kind: 'arn',
        partition,
        region,
        ...shifted(at, { start: start + 1, end: end - 1 }),
      });
    }
  }
  return links;
}

function addCodes(links: Link[], at: PieceAt): void {
  if (at.piece.comments.length === 0) return;
  for (const { code, origin } of ignoresOf(at.piece)) {
    if (!isCode(code)) continue;
    const start = at.piece.text.indexOf(code, origin.start + '#oncall-ignore'.length);
    links.push({ kind: 'code', code, ...shifted(at, { start, end: start + code.length }) });
  }
}

const known = new Set<string>(codes);

function isCode(text: string): text is Code {
  return known.has(text);
}

function shifted(at: PieceAt, { start, end }: Span): Span {
  return { start: at.start + start, end: at.start + end };
}
