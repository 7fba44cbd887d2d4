/**
 * A line above each plan, rotation, schedule and test: what can be done with it, and who is on call
 * now. What a line says is worked out when it is shown.
 */
import { type DeclarationAt, declarationsIn } from '@oncall/language';
import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { testsIn } from './project-tests.ts';

/** What a lens says, by what it stands above. */
export type LensKind = 'simulate' | 'uses' | 'on-call' | 'run' | 'result';

export interface LensData {
  readonly uri: string;
  readonly kind: LensKind;
  /** What it stands above. */
  readonly of: 'plan' | 'rotation' | 'schedule' | 'test';
  /** NAME, or title of a test. */
  readonly name: string;
  /** Of several tests of one title that lack nothing, which. */
  readonly nth: number;
}

export function codeLens(snapshot: Snapshot, _params: CodeLensParams): CodeLens[] {
  const { analysis, file, uri } = snapshot;
  const titles = new Map<string, number>();
  const whole = new Set(testsIn(snapshot).map(({ origin }) => analysis.locate(origin).span.start));
  const lenses: CodeLens[] = [];
  for (const { kind: of, name, nameSpan } of declarationsIn(analysis, file.path)) {
    if (name === undefined || !hasLenses(of)) continue;
    const nth = of === 'test' ? (titles.get(name) ?? 0) : 0;
    if (whole.has(nameSpan.start)) titles.set(name, nth + 1);
    const range = snapshot.rangeAt(nameSpan.start, nameSpan.end);
    for (const kind of lensesOf[of]) {
      const data: LensData = { uri, kind, of, name, nth };
      lenses.push({ range, data });
    }
  }
  return lenses;
}

function hasLenses(kind: DeclarationAt['kind']): kind is LensData['of'] {
  return kind in lensesOf;
}

const lensesOf: Record<LensData['of'], readonly LensKind[]> = {
  plan: ['simulate', 'uses'],
  rotation: ['on-call'],
  schedule: ['on-call'],
  test: ['run', 'result'],
};
