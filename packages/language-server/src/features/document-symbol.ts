/** The outline of a file; flat for clients that know no trees. */
import { type OutlineEntry, outline } from '@oncall/language';
import type {
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
} from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { symbolKinds } from './symbol-kinds.ts';

export function documentSymbol(
  snapshot: Snapshot,
  _params: DocumentSymbolParams,
): DocumentSymbol[] | SymbolInformation[] {
  const entries = outline(snapshot.analysis, snapshot.file.path);
  const { documentSymbol: can } = snapshot.client.capabilities.textDocument ?? {};
  return can?.hierarchicalDocumentSymbolSupport === true
    ? entries.map((entry) => treeOf(snapshot, entry))
    : entries.flatMap((entry) => flat(snapshot, entry, undefined));
}

function treeOf(snapshot: Snapshot, entry: OutlineEntry): DocumentSymbol {
  return {
    name: entry.name,
    detail: entry.detail,
    kind: symbolKinds[entry.kind],
    range: snapshot.rangeOf(entry.location),
    selectionRange: snapshot.rangeOf(entry.nameLocation),
    children: entry.children.map((child) => treeOf(snapshot, child)),
  };
}

function flat(
  snapshot: Snapshot,
  entry: OutlineEntry,
  containerName: string | undefined,
): SymbolInformation[] {
  const own: SymbolInformation = {
    name: entry.name,
    kind: symbolKinds[entry.kind],
    location: snapshot.locationOf(entry.location),
    ...(containerName !== undefined && { containerName }),
  };
  return [own, ...entry.children.flatMap((child) => flat(snapshot, child, entry.name))];
}
