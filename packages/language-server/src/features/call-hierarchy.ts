/** Who pages whom, as a tree of calls: from plans over schedules and rotations to people, and back. */
import { type Pageable, pageableOf, pagedBy, pagersOf, symbolAt } from '@oncall/language';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
} from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { symbolKinds } from './symbol-kinds.ts';

export function prepareCallHierarchy(
  snapshot: Snapshot,
  { position }: CallHierarchyPrepareParams,
): CallHierarchyItem[] | null {
  const { analysis, file } = snapshot;
  const symbol = symbolAt(analysis, file.path, snapshot.offsetAt(position));
  if (symbol === undefined || symbol.kind === 'channel') return null;
  const set = symbol.kind === 'rotation' ? 'rotation' : 'person';
  const found = pageableOf(analysis, set, symbol.name);
  return found === undefined || found.kind !== symbol.kind ? null : [itemOf(snapshot, found)];
}

export function incomingCalls(
  snapshot: Snapshot,
  { item }: CallHierarchyIncomingCallsParams,
): CallHierarchyIncomingCall[] {
  const of = pageableIn(snapshot, item);
  return (of === undefined ? [] : pagersOf(snapshot.analysis, of)).map(({ pageable, at }) => ({
    from: itemOf(snapshot, pageable),
    fromRanges: at.map((location) => snapshot.rangeOf(location)),
  }));
}

export function outgoingCalls(
  snapshot: Snapshot,
  { item }: CallHierarchyOutgoingCallsParams,
): CallHierarchyOutgoingCall[] {
  const of = pageableIn(snapshot, item);
  return (of === undefined ? [] : pagedBy(snapshot.analysis, of)).map(({ pageable, at }) => ({
    to: itemOf(snapshot, pageable),
    fromRanges: at.map((location) => snapshot.rangeOf(location)),
  }));
}

function itemOf(snapshot: Snapshot, { kind, name, label, ...where }: Pageable): CallHierarchyItem {
  return {
    name,
    kind: symbolKinds[kind],
    detail: label === undefined ? kind : `${kind}, ${label}`,
    uri: snapshot.uriOf(where.location.file),
    range: snapshot.rangeOf(where.location),
    selectionRange: snapshot.rangeOf(where.nameLocation),
    data: { set: kind === 'rotation' ? 'rotation' : 'person' },
  };
}

/** What an item of an earlier answer stands for now. */
function pageableIn(
  { analysis }: Snapshot,
  { name, data }: CallHierarchyItem,
): Pageable | undefined {
  const { set } = (data ?? {}) as { readonly set?: unknown };
  return pageableOf(analysis, set === 'rotation' ? set : 'person', name);
}
