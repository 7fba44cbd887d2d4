/** Everywhere a name is written, in all files of its project. */
import { mentionsOf, symbolAt } from '@oncall/language';
import type { Location, ReferenceParams } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';

export function references(
  snapshot: Snapshot,
  { position, context }: ReferenceParams,
): Location[] | null {
  const { analysis, file } = snapshot;
  const symbol = symbolAt(analysis, file.path, snapshot.offsetAt(position));
  if (symbol === undefined) return null;
  return mentionsOf(analysis, symbol)
    .filter(({ gives }) => context.includeDeclaration || !gives)
    .map(({ location }) => snapshot.locationOf(location));
}
