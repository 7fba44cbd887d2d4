import { type Location, positionAt } from '@oncall/language';
import type { TestRun } from '../time/run-tests.ts';
import { jsonText } from './json-text.ts';
import { percentReached, type ReachedPlaces, stagesOf } from './test-coverage-text.ts';

/** Tests for programs, and what they reach where that was asked for. */
export function testsJson(runs: readonly TestRun[], reached?: readonly ReachedPlaces[]): string {
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

/** Of all projects together. */
function coverageOf(projects: readonly ReachedPlaces[]) {
  const placeOf = (location: Location) => ({ file: location.file.path, line: lineOf(location) });
  const { stages, reachedStages } = stagesOf(projects);
  return {
    stages: {
      reached: reachedStages,
      total: stages,
      percent: percentReached({ stages, reachedStages }),
    },
    plans: projects.flatMap(({ coverage, locate }) =>
      coverage.plans.map(({ plan, origin, stages }) => ({
        name: plan,
        ...placeOf(locate(origin)),
        reached: stages.some(({ reached }) => reached),
        stages: stages.map((stage, index) => ({
          stage: index + 1,
          line: lineOf(locate(stage.origin)),
          reached: stage.reached,
        })),
      })),
    ),
    schedules: projects.flatMap(({ coverage, locate }) =>
      coverage.schedules.map(({ schedule, origin, reached }) => ({
        name: schedule,
        ...placeOf(locate(origin)),
        reached,
      })),
    ),
  };
}

export function lineOf({ file, span }: Location): number {
  return positionAt(file, span.start).line;
}
