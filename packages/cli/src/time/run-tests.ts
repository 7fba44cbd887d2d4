/** The tests of a project, run; what reporters of tests tell. */
import type { Analysis, Location, Test } from '@oncall/language';
import { type Failure, runTest, type TestResult } from '@oncall/simulator';

export interface TestRun extends TestResult {
  readonly test: Test;
  /** Of the title. */
  readonly location: Location;
  readonly failures: readonly (Failure & { readonly location: Location })[];
}

/** Those whose title holds `filter`, whatever its capitals, in the order of files and of text. */
export function runTests({ model, locate }: Analysis, filter = ''): readonly TestRun[] {
  const wanted = filter.toLowerCase();
  return model.tests
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .map((test) => {
      const result = runTest(model, test);
      const failures = result.failures.map((it) => ({ ...it, location: locate(it.origin) }));
      return { ...result, test, location: locate(test.origin), failures };
    });
}
