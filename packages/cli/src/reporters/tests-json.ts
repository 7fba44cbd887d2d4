import { type Location, type Origin, positionAt } from '@oncall/language';
import type { TestRun } from '../time/run-tests.ts';
import { jsonText } from './json-text.ts';
import { percentReached, type ReachedPlaces } from './test-coverage-text.ts';

/** Tests for programs, and what they reach where that was asked for. */
export function testsJson(runs: readonly TestRun[], reached?: ReachedPlaces): string {
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
    ...(reached === undefined ? {} : { coverage: coverageOf(reached) }),
  });
}

function coverageOf({ coverage, locate }: ReachedPlaces) {
  const placeOf = (origin: Origin) => {
    const location = locate(origin);
    return { file: location.file.path, line: lineOf(location) };
  };
  return {
    stages: {
      reached: coverage.reachedStages,
      total: coverage.stages,
      percent: percentReached(coverage),
    },
    plans: coverage.plans.map(({ plan, origin, stages }) => ({
      name: plan,
      ...placeOf(origin),
      reached: stages.some(({ reached }) => reached),
      stages: stages.map((stage, index) => ({
        stage: index + 1,
        line: lineOf(locate(stage.origin)),
        reached: stage.reached,
      })),
    })),
    schedules: coverage.schedules.map(({ schedule, origin, reached }) => ({
      name: schedule,
      ...placeOf(origin),
      reached,
    })),
  };
}

export function lineOf({ file, span }: Location): number {
  return positionAt(file, span.start).line;
}
