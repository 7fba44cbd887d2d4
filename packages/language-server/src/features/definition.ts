/** Where a name is given. */
import { mentionsOf, symbolAt } from '@oncall/language';
import type { DefinitionParams, Location } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';

export function definition(snapshot: Snapshot, { position }: DefinitionParams): Location[] | null {
  const { analysis, file } = snapshot;
  const symbol = symbolAt(analysis, file.path, snapshot.offsetAt(position));
  if (symbol === undefined) return null;
  return mentionsOf(analysis, symbol)
    .filter(({ gives }) => gives)
    .map(({ location }) => snapshot.locationOf(location));
}
