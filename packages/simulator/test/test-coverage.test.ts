import { describe, expect, it } from 'vitest';
import { runTest } from '../src/run-test.ts';
import { testCoverage } from '../src/test-coverage.ts';
import { externsOf, modelOf } from './projects.ts';

const project = `
rotation r < zone "UTC" start 2026-01-05T09:00 members @alice daily 09:00 >
schedule day < rotation @r >
schedule night < rotation @r >
schedule alone < rotation @r >
plan one <
  stage 5m < notify @alice essential >
  stage 5m < notify @night >
  stage 5m < notify @bob >
>
plan two < stage 5m < notify @day > stage 5m < > stage 5m < notify @bob > >
plan three < stage 5m < notify @bob > >
${externsOf('@alice @bob')}
`;

/** `one 1 2`, `day` for what is reached. */
function reached(...tests: readonly string[]) {
  const written = tests.map(
    (it, index) => `test "t${index}" < ${it.replace('at', 'at 2026-01-06T03:00 "UTC"')} >`,
  );
  const model = modelOf(project + written.join('\n'));
  const pages = model.tests.map((test) => ({ test, ...runTest(model, test) }));
  const found = testCoverage(model, pages);
  const plans = found.plans.map(({ plan, stages }) =>
    [plan, ...stages.flatMap(({ reached }, index) => (reached ? [index + 1] : []))].join(' '),
  );
  const schedules = found.schedules.flatMap((it) => (it.reached ? [it.schedule] : []));
  return { plans, schedules, stages: `${found.reachedStages} of ${found.stages}` };
}

describe('testCoverage', () => {
  it('of no test is none', () => {
    expect(reached()).toEqual({
      plans: ['one', 'two', 'three'],
      schedules: [],
      stages: '0 of 7',
    });
  });

  it('is what starts before an answer stops it, in passing tests and failing ones', () => {
    expect(reached('page @one at ack @alice after 7m expect @bob within 0m')).toEqual({
      plans: ['one 1 2', 'two', 'three'],
      schedules: ['night'],
      stages: '2 of 7',
    });
  });

  it('adds up over tests, waits counted', () => {
    expect(
      reached(
        'page @one at ack @alice after 1m expect @alice within 0m',
        'page @two at expect @bob within 10m',
        'page @alone at expect @alice within 0m',
        'page @bob at expect @bob within 0m',
      ),
    ).toEqual({
      plans: ['one 1', 'two 1 2 3', 'three'],
      schedules: ['day', 'alone'],
      stages: '4 of 7',
    });
  });

  it('tells where plans and stages stand', () => {
    const model = modelOf(project);
    const [first] = testCoverage(model, []).plans;
    expect(first?.origin).toBe(model.plans.get('one')?.origin);
    expect(first?.stages[1]?.origin).toBe(model.plans.get('one')?.stages[1]?.origin);
  });
});
