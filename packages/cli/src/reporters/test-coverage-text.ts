import { type Analysis, type Origin, positionAt } from '@oncall/language';
import type { TestCoverage } from '@oncall/simulator';
import { counted } from '../terminal/counted.ts';
import type { Paint } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';

/** What tests reach, and the way to where it stands. */
export interface ReachedPlaces {
  readonly coverage: TestCoverage;
  locate: Analysis['locate'];
}

/** What no test reaches, for people: a line each, with its place. */
export function testCoverageText({ coverage, locate }: ReachedPlaces, paint: Paint): string {
  const { plans, schedules, stages, reachedStages } = coverage;
  const placeOf = (origin: Origin) => {
    const { file, span } = locate(origin);
    return `${visible(file.path)}:${positionAt(file, span.start).line}`;
  };
  const rows = [
    ...plans.flatMap(({ plan, origin, stages }): Row[] => {
      const missed = stages.flatMap((stage, index) =>
        stage.reached ? [] : [{ what: `stage ${index + 1} of plan ${plan}`, origin: stage.origin }],
      );
      // Of a plan that no test pages, that says it all.
      if (missed.length < stages.length) return missed;
      return [{ what: `plan ${plan}, ${counted(stages.length, 'stage')}`, origin }];
    }),
    ...schedules.flatMap(({ schedule, origin, reached }): Row[] =>
      reached ? [] : [{ what: `schedule ${schedule}`, origin }],
    ),
  ];
  const width = Math.max(0, ...rows.map(({ what }) => what.length));
  const share = `${percentText(percentReached(coverage))} %`;
  const count = `${reachedStages} of ${counted(stages, 'stage')} of plans`;
  return [
    paint.strong(`coverage: ${count} reached, ${share}`),
    ...(rows.length === 0 ? [] : ['  not reached by any test:']),
    ...rows.map(({ what, origin }) => {
      return `    ${paint.warning(what.padEnd(width))}  ${paint.quiet(placeOf(origin))}`;
    }),
    '',
  ].join('\n');
}

interface Row {
  readonly what: string;
  readonly origin: Origin;
}

type Stages = Pick<TestCoverage, 'stages' | 'reachedStages'>;

/** The stages of several projects together. */
export function stagesOf(projects: readonly ReachedPlaces[]): Stages {
  const sum = (count: keyof Stages) =>
    projects.reduce((total, { coverage }) => total + coverage[count], 0);
  return { stages: sum('stages'), reachedStages: sum('reachedStages') };
}

/** Of the stages of plans; 100 where there are none. */
export function percentReached({ stages, reachedStages }: Stages): number {
  return stages === 0 ? 100 : (reachedStages * 100) / stages;
}

/** Rounded down, so that what is not whole never shows as 100. */
export function percentText(percent: number): string {
  return String(Math.floor(percent * 10) / 10);
}
