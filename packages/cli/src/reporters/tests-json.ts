import { type Location, positionAt } from '@oncall/language';
import type { TestRun } from '../time/run-tests.ts';
import { jsonText } from './json-text.ts';

/** Tests for programs. */
export function testsJson(runs: readonly TestRun[]): string {
  return jsonText({
    tests: runs.map(({ test, location, passed, failures }) => ({
      name: test.title,
      file: location.file.path,
      line: lineOf(location),
      passed,
      failures: failures.map((failure) => ({
        line: lineOf(failure.location),
        message: failure.message,
      })),
    })),
  });
}

export function lineOf({ file, span }: Location): number {
  return positionAt(file, span.start).line;
}
