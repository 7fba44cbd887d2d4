/** What tests reach: the stages of plans that start in their timelines, and the schedules met. */
import type { Model, Origin, Test } from '@oncall/language';
import type { Event } from './event.ts';

export interface TestCoverage {
  /** In the order of the model. */
  readonly plans: readonly PlanCoverage[];
  readonly schedules: readonly ScheduleReach[];
  /** Of all plans. */
  readonly stages: number;
  readonly reachedStages: number;
}

export interface PlanCoverage {
  /** NAME. */
  readonly plan: string;
  readonly origin: Origin;
  readonly stages: readonly StageReach[];
}

export interface StageReach {
  readonly origin: Origin;
  readonly reached: boolean;
}

export interface ScheduleReach {
  /** NAME. */
  readonly schedule: string;
  readonly origin: Origin;
  readonly reached: boolean;
}

/** A test that was run, passed or not. */
export interface TestedPage {
  readonly test: Pick<Test, 'page'>;
  readonly timeline: readonly Event[];
}

/**
 * A stage is reached where it starts in the timeline of a test that pages its plan; a schedule
 * where a stage that targets it does, or where a test pages it.
 */
export function testCoverage(
  model: Pick<Model, 'plans' | 'schedules'>,
  pages: readonly TestedPage[],
): TestCoverage {
  const stages = new Set<string>();
  const met = new Set<string>();
  for (const { test, timeline } of pages) {
    const { kind, name } = test.page.target;
    if (kind === 'schedule') met.add(name);
    if (kind !== 'plan') continue;
    for (const event of timeline) {
      if (event.kind !== 'stage-start' || event.contact !== undefined) continue;
      stages.add(`${name} ${event.stage}`);
      for (const schedule of event.schedules) met.add(schedule);
    }
  }
  const plans = [...model.plans.values()].map((plan) => ({
    plan: plan.name,
    origin: plan.origin,
    stages: plan.stages.map(({ origin }, index) => ({
      origin,
      reached: stages.has(`${plan.name} ${index + 1}`),
    })),
  }));
  const all = plans.flatMap((plan) => plan.stages);
  return {
    plans,
    schedules: [...model.schedules.values()].map(({ name, origin }) => ({
      schedule: name,
      origin,
      reached: met.has(name),
    })),
    stages: all.length,
    reachedStages: all.filter(({ reached }) => reached).length,
  };
}
