/** The declaration that a place lies in, for what is asked about "this". */
import { type OutlineEntry, outline } from '@oncall/language';
import type { Position } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';

/** `undefined` before the first declaration; behind one it is the one before. */
export function subjectAt(snapshot: Snapshot, position: Position): OutlineEntry | undefined {
  const offset = snapshot.offsetAt(position);
  const all = outline(snapshot.analysis, snapshot.file.path);
  return all.findLast(({ location, nameLocation }) => {
    return Math.min(location.span.start, nameLocation.span.start) <= offset;
  });
}
