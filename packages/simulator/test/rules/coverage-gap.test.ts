import type { Schedule } from '@oncall/language';
import { array, assert, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { peopleOnCall } from '../../src/on-call.ts';
import { at, externsOf, modelOf } from '../projects.ts';
import { rotationItems } from '../random-rotation.ts';
import { codesIn, expectSilenceable, told } from './told.ts';

const plan = `plan sre < stage 5m < notify @rota essential > >
schedule rota < rotation @primary >`;

function rotation(items: string, start = '2026-01-05T09:00', name = 'primary'): string {
  return `rotation ${name} <
  zone "America/New_York"
  start ${start}
  members @a @b
  weekly mon 09:00
  ${items}
>`;
}

const office = `${plan}\n${rotation('cover mon..fri 09:00..17:00')}`;

it('a schedule that a plan notifies has someone on call at all times', () => {
  expect(told('coverage-gap', office)).toEqual([
    '2: rota: Nobody is on call in rota for 76 % of 12 months, first Thu 2026-01-08 00:00 to 09:00, Thu 2026-01-08 17:00 to Fri 2026-01-09 09:00, Fri 2026-01-09 17:00 to Mon 2026-01-12 09:00 and 260 more (America/New_York)',
  ]);
  expectSilenceable('coverage-gap', office);
  expect(codesIn(office.replace('fri 09:00..17:00', 'sun 00:00..00:00'))).toEqual([]);
  expect(codesIn(office.replace('cover mon..fri 09:00..17:00', ''))).toEqual([]);
});

it('one that no plan notifies may have whom it likes', () => {
  const test = `test "t" <
  page @rota at 2026-01-07T10:00 "America/New_York"
  expect @a within 0m
>`;
  const unused = office.replace(/^plan.*$/m, test);
  expect(codesIn(unused)).toEqual([]);
  expect(codesIn(`${test}\n${office}`)).toEqual(['coverage-gap']);
  expect(codesIn(`${office}\n${test}`)).toEqual(['coverage-gap']);
});

it('later stages that reach others do not make up for it', () => {
  const later = office.replace('essential > >', 'essential > stage 5m < notify @c essential > >');
  expect(codesIn(later)).toEqual(['coverage-gap']);
});

it('rotations together leave none', () => {
  const two = `${office.replace('rotation @primary', 'rotation @primary rotation @nights')}
${rotation('cover mon..fri 17:00..09:00\n  cover sat..sun 09:00..09:00', undefined, 'nights').replace('@a @b', '@c @d')}`;
  expect(codesIn(two)).toEqual([]);
  expect(
    told('coverage-gap', two.replace('sat..sun 09:00..09:00', 'sat..sun 09:00..08:00')),
  ).toEqual([
    '2: rota: Nobody is on call in rota for 1 % of 12 months, first Sun 2026-01-11 08:00 to 09:00, Mon 2026-01-12 08:00 to 09:00, Sun 2026-01-18 08:00 to 09:00 and 101 more (America/New_York)',
  ]);
});

it('an override may leave one, of which there is less', () => {
  const text = `${plan}\n${rotation('override 2026-02-03T08:00..2026-02-03T09:30 < >')}`;
  expect(told('coverage-gap', text)).toEqual([
    '2: rota: Nobody is on call in rota for less than 1 % of 12 months, first Tue 2026-02-03 08:00 to 09:30 (America/New_York)',
  ]);
  expect(codesIn(text, at('2026-02-03T20:00Z'))).toContain('coverage-gap');
  expect(codesIn(text, at('2026-02-04T20:00Z'))).toEqual(['past-override']);
});

it('a clock change far ahead makes one', () => {
  const pair = `${plan.replace('@primary', '@primary rotation @nights')}
${rotation('cover mon..sun 08:00..20:00')}
${rotation('cover mon..sun 01:00..13:00', undefined, 'nights').replace('America/New_York', 'UTC').replace('@a @b', '@c @d')}`;
  expect(told('coverage-gap', pair)[0]).toMatch(/Sun 2026-03-08 20:00 to 21:00/);
  expect(codesIn(pair)).toEqual(['coverage-gap', 'mixed-zones']);
});

it('the time before all starts is none', () => {
  const toCome = `${plan}\n${rotation('', '2026-03-02T09:00')}`;
  expect(codesIn(toCome)).toEqual([]);
  // Begun in part: what the second is to cover is open until it starts.
  const days = rotation('cover mon..sun 09:00..17:00');
  const nights = rotation('cover mon..sun 17:00..09:00', '2026-01-10T17:00', 'nights').replace(
    '@a @b',
    '@c @d',
  );
  const both = `${plan.replace('@primary', '@primary rotation @nights')}\n${days}\n${nights}`;
  expect(told('coverage-gap', both)[0]).toContain(
    ', first Thu 2026-01-08 00:00 to 09:00, Thu 2026-01-08 17:00 to Fri 2026-01-09 09:00, Fri 2026-01-09 17:00 to Sat 2026-01-10 09:00 (America/New_York)',
  );
  const soon = both.replace('2026-01-05T09:00', '2026-01-10T09:00');
  expect(codesIn(soon)).toEqual([]);
});

it('says the same all day', () => {
  const [first, ...others] = ['05:00', '12:34', '23:59'].map((time) =>
    told('coverage-gap', office, at(`2026-01-09T${time}-05:00`)),
  );
  expect(others).toEqual([first, first]);
  expect(told('coverage-gap', office, at('2026-01-10T00:00-05:00'))).not.toEqual(first);
});

it('a rotation that can not be read whole may cover more', () => {
  expect(codesIn(office.replace('17:00', '17:61'))).toEqual(['invalid-token']);
});

it('the first gaps of random schedules are the first, and real', () => {
  const start = integer({ min: 0, max: 20_000 }).map((minutes) =>
    Temporal.PlainDateTime.from('2026-03-01').add({ minutes }),
  );
  const clock = at('2026-03-20T12:00Z');
  let count = 0;
  assert(
    property(array(rotationItems(start), { minLength: 1, maxLength: 3 }), (schedule) => {
      const text = [
        'plan sre < stage 5m < notify @rota > >',
        `schedule rota < ${schedule.map((_, index) => `rotation @rotation${index}`).join(' ')} >`,
        ...schedule.map((items, index) => `rotation rotation${index} <\n${items}\n>`),
      ].join('\n');
      const model = modelOf(`${text}\n${externsOf(schedule.join('\n'))}`);
      const rota = model.schedules.get('rota') as Schedule;
      const zone = model.rotations.get('rotation0')?.zone.value;
      const isManned = (instant: number) => peopleOnCall(model, rota, instant).length > 0;
      const [found = ''] = told('coverage-gap', text, clock);
      let last: number | undefined;
      for (const [, from = '', time = '', to = from, end = ''] of found.matchAll(aGap)) {
        const gap = { start: at(`${from}T${time}`, zone), end: at(`${to}T${end}`, zone) };
        if (last !== undefined) expect(minutesOf(last, gap.start).every(isManned)).toBe(true);
        expect(minutesOf(gap.start, gap.end).some(isManned)).toBe(false);
        last = gap.end;
        count += 1;
      }
    }),
    { numRuns: 15 },
  );
  expect(count).toBeGreaterThan(5);
});

const aGap = /\w{3} ([\d-]+) ([\d:]+) to (?:\w{3} ([\d-]+) )?([\d:]+)/g;

/** Each minute between two instants; of long ones those of the first day and of the last. */
function minutesOf(start: number, end: number): readonly number[] {
  const count = (end - start) / 60;
  const all = Array.from({ length: Math.min(count, 2 * 1_440) }, (_, minute) => minute);
  return all.map((minute) => start + (minute < 1_440 ? minute : count - 2 * 1_440 + minute) * 60);
}
