/**
 * A line above each plan, rotation, schedule and test: what can be done with it, and who is on call
 * now. What a line says is worked out when it is shown.
 */
import { type OutlineEntry, outline } from '@oncall/language';
import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';

/** What a lens says, by what it stands above. */
export type LensKind = 'simulate' | 'uses' | 'on-call' | 'run' | 'result';

export interface LensData {
  readonly uri: string;
  readonly kind: LensKind;
  /** What it stands above. */
  readonly of: 'plan' | 'rotation' | 'schedule' | 'test';
  /** NAME, or title of a test. */
  readonly name: string;
  /** Of several tests of one title, which. */
  readonly nth: number;
}

export function codeLens(snapshot: Snapshot, _params: CodeLensParams): CodeLens[] {
  const { analysis, file, uri } = snapshot;
  const titles = new Map<string, number>();
  return outline(analysis, file.path).flatMap((entry) => {
    const kinds = lensesOf[entry.kind];
    if (kinds === undefined) return [];
    const nth = entry.kind === 'test' ? (titles.get(entry.name) ?? 0) : 0;
    if (entry.kind === 'test') titles.set(entry.name, nth + 1);
    const of = entry.kind as LensData['of'];
    const range = snapshot.rangeOf(entry.nameLocation);
    return kinds.map((kind) => {
      const data: LensData = { uri, kind, of, name: entry.name, nth };
      return { range, data };
    });
  });
}

const lensesOf: Partial<Record<OutlineEntry['kind'], readonly LensKind[]>> = {
  plan: ['simulate', 'uses'],
  rotation: ['on-call'],
  schedule: ['on-call'],
  test: ['run', 'result'],
};
