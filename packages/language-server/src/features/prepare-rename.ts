/** Whether the name at the cursor can be renamed, and where it stands. */
import { prepareRename as prepare } from '@oncall/language';
import type { PrepareRenameParams, PrepareRenameResult } from 'vscode-languageserver';
import { Refusal } from '../workspace/refusal.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

export function prepareRename(
  snapshot: Snapshot,
  { position }: PrepareRenameParams,
): PrepareRenameResult | Refusal {
  const { analysis, file } = snapshot;
  const prepared = prepare(analysis, file.path, snapshot.offsetAt(position));
  if (prepared.kind === 'refused') return new Refusal(prepared.sentence);
  const { name, location } = prepared.symbol;
  return { range: snapshot.rangeOf(location), placeholder: name };
}
