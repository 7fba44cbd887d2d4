/** Everywhere the name at the cursor is written in this file. */
import { mentionsOf, symbolAt } from '@oncall/language';
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
} from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';

export function documentHighlight(
  snapshot: Snapshot,
  { position }: DocumentHighlightParams,
): DocumentHighlight[] | null {
  const { analysis, file } = snapshot;
  const symbol = symbolAt(analysis, file.path, snapshot.offsetAt(position));
  if (symbol === undefined) return null;
  return mentionsOf(analysis, symbol, file.path).map(({ location, gives }) => ({
    range: snapshot.rangeOf(location),
    kind: gives ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
