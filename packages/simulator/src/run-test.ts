/** Runs a `test` declaration: the timeline of its page, and which expectations do not hold. */
import {
  type Expectation,
  formatMinutes,
  type Model,
  type Origin,
  type Test,
} from '@oncall/language';
import type { Event } from './event.ts';
import { timeline } from './timeline.ts';

export interface TestResult {
  readonly passed: boolean;
  /** In the order of the expectations. */
  readonly failures: readonly Failure[];
  readonly timeline: readonly Event[];
}

export interface Failure {
  readonly expectation: Expectation;
  /** Of the expectation's target. */
  readonly origin: Origin;
  /** What was expected, and what comes instead. */
  readonly message: string;
  /** Epoch seconds until which it was expected; `undefined` for what should never be. */
  readonly expectedBy: number | undefined;
  /** What comes late, or should never; one of the timeline. */
  readonly event: Event | undefined;
}

export function runTest(model: Model, test: Test): TestResult {
  const events = timeline(model, {
    target: test.page.target,
    at: test.page.at.value,
    acknowledgements: test.acknowledgements.map(({ contact, after }) => ({
      contact: contact.name,
      after: after.value,
    })),
  });
  const failures = test.expectations.flatMap((it) => failureOf(test, it, events) ?? []);
  return { passed: failures.length === 0, failures, timeline: events };
}

function failureOf(
  { page }: Test,
  expectation: Expectation,
  events: readonly Event[],
): Failure | undefined {
  const { target } = expectation;
  const isPaged = page.target.kind === 'schedule' && page.target.name === target.name;
  const event = events.find((it) => isMet(target, it));
  const metAt = isPaged ? page.at.value : event?.at;
  const instead = event === undefined ? '' : ` (${event.reason})`;
  const since = (at: number) => formatMinutes((at - page.at.value) / 60);
  const verb = target.kind === 'schedule' ? 'paged' : 'engaged';
  const failure = { expectation, origin: target.origin, event };
  if (expectation.kind === 'never') {
    if (metAt === undefined) return undefined;
    const message = `@${target.name} is never to be ${verb}, but is after ${since(metAt)}${instead}.`;
    return { ...failure, message, expectedBy: undefined };
  }
  const expectedBy = page.at.value + expectation.within.value;
  if (metAt !== undefined && metAt <= expectedBy) return undefined;
  const expected = `@${target.name} is to be ${verb} within ${since(expectedBy)}`;
  const found =
    metAt === undefined
      ? `but never is${whyNever(events, since)}`
      : `but is only after ${since(metAt)}${instead}`;
  return { ...failure, message: `${expected}, ${found}.`, expectedBy };
}

/** A schedule is met where a stage that targets it starts ("Engagement" of the language). */
function isMet(target: Expectation['target'], event: Event): boolean {
  if (target.kind !== 'schedule') return event.kind === 'engage' && event.contact === target.name;
  return (
    event.kind === 'stage-start' &&
    event.contact === undefined &&
    event.schedules.includes(target.name)
  );
}

function whyNever(events: readonly Event[], since: (at: number) => string): string {
  const stop = events.find(({ kind, contact }) => kind === 'stop' && contact === undefined);
  return stop === undefined ? '' : `: the plan stops after ${since(stop.at)} (${stop.reason})`;
}
