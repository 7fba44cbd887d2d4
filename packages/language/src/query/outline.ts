/** What a file declares, as a tree to find one's way in it. */
import type { Analysis } from '../analysis.ts';
import type * as ast from '../syntax/ast.ts';
import type { Location } from '../text/piece.ts';
import type { Span } from '../text/span.ts';
import { allPieces, locationIn, type PieceAt, piecesIn } from './pieces.ts';

export interface OutlineEntry {
  readonly kind: ast.Declaration['kind'] | 'channel' | 'stage' | 'override';
  readonly name: string;
  /** What people know it by, or what it holds; empty where there is nothing to say. */
  readonly detail: string;
  readonly location: Location;
  /** Of the name, or the first word where it has none; lies within the location. */
  readonly nameLocation: Location;
  readonly children: readonly OutlineEntry[];
}

export function outline(analysis: Analysis, path: string): readonly OutlineEntry[] {
  return entriesOf(piecesIn(analysis, path));
}

/** Of all files. */
export function outlineOfProject(analysis: Analysis): readonly OutlineEntry[] {
  return entriesOf(allPieces(analysis));
}

function entriesOf(pieces: Iterable<PieceAt>): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (const at of pieces) {
    for (const declaration of at.piece.declarations)
      entries.push(declarationEntry(at, declaration));
  }
  return entries;
}

function declarationEntry(at: PieceAt, declaration: ast.Declaration): OutlineEntry {
  const { kind } = declaration;
  const name = kind === 'test' ? declaration.title : declaration.name;
  const written = kind === 'test' ? declaration.title?.value : declaration.name?.text;
  const items: readonly ast.Item[] = 'items' in declaration ? declaration.items : [];
  return {
    kind,
    // Editors refuse a symbol without a name.
    name: written || kind,
    detail: 'label' in declaration ? (declaration.label?.value ?? '') : '',
    ...placed(at, declaration, name),
    children: items.flatMap((item) => itemEntry(at, item) ?? []),
  };
}

function itemEntry(at: PieceAt, item: ast.Item): OutlineEntry | undefined {
  switch (item.kind) {
    case 'channel':
      return {
        kind: 'channel',
        name: item.name?.text ?? 'channel',
        detail: item.type ?? '',
        ...placed(at, item, item.name),
        children: [],
      };
    case 'stage': {
      const targets = item.items.flatMap(({ target }) => {
        return target === undefined ? [] : target.kind === 'ref' ? `@${target.text}` : target.text;
      });
      return {
        kind: 'stage',
        name: item.duration === undefined ? 'stage' : `stage ${item.duration.text}`,
        detail: targets.join(', '),
        ...placed(at, item, item.duration),
        children: [],
      };
    }
    case 'override':
      return {
        kind: 'override',
        name: `override ${item.from?.text ?? ''}`.trimEnd(),
        detail: item.items.map(({ text }) => `@${text}`).join(' '),
        ...placed(at, item, item.from),
        children: [],
      };
    default:
      return undefined;
  }
}

function placed(
  at: PieceAt,
  node: Span & { readonly kind: string },
  name: Span | undefined,
): Pick<OutlineEntry, 'location' | 'nameLocation'> {
  const word = { start: node.start, end: Math.min(node.start + node.kind.length, node.end) };
  return { location: locationIn(at, node), nameLocation: locationIn(at, name ?? word) };
}
