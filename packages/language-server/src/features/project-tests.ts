/** The tests of projects, where they stand, and what comes of them. */
import type { Test } from '@oncall/language';
import { runTest } from '@oncall/simulator';
import type { Range } from 'vscode-languageserver';
import type { ProjectSnapshot, Snapshot } from '../workspace/snapshot.ts';

/** A `test` declaration, as the answer to `oncall/tests` tells it. */
export interface TestPlace {
  readonly uri: string;
  readonly title: string;
  /** Of the title. */
  readonly range: Range;
}

export interface TestOutcome {
  readonly passed: boolean;
  /** Of each expectation that was not met; the range is that of whom it is about. */
  readonly failures: readonly { readonly message: string; readonly range: Range }[];
}

export function projectTests(projects: readonly ProjectSnapshot[]): TestPlace[] {
  return projects.flatMap((project) =>
    project.analysis.model.tests.map(({ title, origin }) => {
      return { title, ...project.locationOf(project.analysis.locate(origin)) };
    }),
  );
}

/** Of a file, those that lack nothing they need. */
export function testsIn({ analysis, file }: Snapshot): readonly Test[] {
  return analysis.model.tests.filter(
    ({ origin }) => analysis.locate(origin).file.path === file.path,
  );
}

/** Of a file, the n-th of a title. */
export function testNamed(snapshot: Snapshot, title: string, nth = 0): Test | undefined {
  return testsIn(snapshot).filter((test) => test.title === title)[nth];
}

/** Of a file, the one whose title begins at an offset. */
export function testAt(snapshot: Snapshot, offset: number): Test | undefined {
  const { analysis } = snapshot;
  return testsIn(snapshot).find(({ origin }) => analysis.locate(origin).span.start === offset);
}

export function resultOf(snapshot: ProjectSnapshot, test: Test): TestOutcome {
  const { analysis } = snapshot;
  const { passed, failures } = runTest(analysis.model, test);
  return {
    passed,
    failures: failures.map(({ message, origin }) => {
      return { message, range: snapshot.rangeOf(analysis.locate(origin)) };
    }),
  };
}
