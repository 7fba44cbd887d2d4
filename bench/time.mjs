/** What shifts, a proof of coverage and timelines cost, over the same in Temporal where that can be. */
import { deepStrictEqual } from 'node:assert';
import { analyze, createSourceFile } from '@oncall/language';
import { coverage, timeline } from '@oncall/simulator';
import { compare, timed, timedWithin } from './measure.mjs';
import { placed, shiftsOfYear } from './our-shifts.mjs';
import { report, section } from './print.mjs';
import { mixedRotations, sunRotations, weeklyRotations, year } from './rotations.mjs';
import { shiftsOfYear as temporalShiftsOfYear } from './temporal-shifts.mjs';

export function benchTime({ quick }) {
  const rounds = quick ? 1 : 11;
  section('Shifts of 1,000 rotations for a year: temporal-polyfill over ours');
  for (const [title, kind, make] of [
    ['weekly', 'weekly', weeklyRotations],
    ['of all kinds', 'mixed', mixedRotations],
  ]) {
    const rotations = make(1_000);
    deepStrictEqual(rotations.map(shiftsOfYear), rotations.map(temporalShiftsOfYear));
    report(`${title}, a new process each`, 'at least 25', () =>
      compare(rounds, once('temporal', kind), once('ours', kind)),
    );
    report(`${title}, warm`, 'at least 150', () =>
      compare(rounds, ofAll(rotations, temporalShiftsOfYear), ofAll(rotations, shiftsOfYear)),
    );
  }

  section('Whole cycle of a schedule of 3 rotations of 7, a year');
  const sun = sunRotations();
  report('their shifts by temporal-polyfill over proof', '', () =>
    compare(rounds, ofAll(sun, temporalShiftsOfYear), coverageOf(sun)),
  );

  section('1,000 timelines of a page that nobody answers');
  const { made, written } = timelines();
  report('timelines over JSON.stringify of them', '', () => compare(rounds, made, written));
}

function once(whose, kind) {
  const script = new URL('shifts-once.mjs', import.meta.url);
  return () => timedWithin(script, [whose, kind]);
}

function ofAll(rotations, work) {
  return warm(() => {
    for (const rotation of rotations) work(rotation);
  });
}

/** Times what has been done before as often as half a second allows. */
function warm(work) {
  timed(work, 500);
  return () => timed(work);
}

function coverageOf(rotations) {
  const named = new Map(rotations.map((it, at) => [`r${at}`, placed(it)]));
  const schedule = { rotations: [...named.keys()].map((name) => ({ name })) };
  const prove = () => coverage({ rotations: named }, schedule, { from: year.from });
  const { isWholeCycle, to } = prove();
  if (!isWholeCycle || to < year.to) throw new Error('not a whole cycle, or less than a year');
  return warm(prove);
}

/** Pages of a plan of three stages, an hour after one another. */
function timelines() {
  const { model, diagnostics } = analyze([createSourceFile('main.oncall', pagedProject)]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors[0].message);
  const page = (at) => timeline(model, { target: { kind: 'plan', name: 'sre' }, at });
  const pages = Array.from({ length: 1_000 }, (_, hour) => year.from + hour * 3_600);
  const events = pages.map(page);
  if (events.some((each) => each.length < 10)) throw new Error('a page that reaches nobody');
  return {
    made: warm(() => pages.map(page)),
    written: warm(() => JSON.stringify(events)),
  };
}

const people = ['ann', 'bea', 'cyd', 'dee', 'eve', 'fay', 'gus'];

const pagedProject = `
template paged <
  stage 5m < notify phone retry 2m >
  stage 10m < notify phone notify mail >
>
${people
  .map(
    (name, at) => `contact ${name} <
  channel phone voice "+1206555010${at}"
  channel mail email "${name}@example.com"
  use paged
>`,
  )
  .join('\n')}
rotation primary <
  zone "America/New_York"
  start 2025-12-01T09:00
  members ${people.map((name) => `@${name}`).join(' ')}
  weekly mon 09:00
>
schedule sre-oncall < rotation @primary >
plan sre <
  stage 5m < notify @sre-oncall essential >
  stage 10m < notify @ann essential >
  stage 15m < notify @bea essential >
>
`;
