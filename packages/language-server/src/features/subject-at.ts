/** The declaration that a place lies in, for what is asked about "this". */
import { type DeclarationAt, declarationAt } from '@oncall/language';
import type { Position } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';

/** One with a name; `undefined` where there is none. */
export function subjectAt(
  snapshot: Snapshot,
  position: Position,
): (DeclarationAt & { readonly name: string }) | undefined {
  const { analysis, file } = snapshot;
  const found = declarationAt(analysis, file.path, snapshot.offsetAt(position));
  return found?.name === undefined ? undefined : { ...found, name: found.name };
}
