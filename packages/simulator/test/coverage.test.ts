import type { Rotation } from '@oncall/language';
import { array, assert, constantFrom, integer, pre, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { coverage } from '../src/coverage.ts';
import { type Interval, lengthOf } from '../src/interval.ts';
import { oracleByMinutes } from './oracle.ts';
import { at, externsOf, modelOf, rotationOf, shown } from './projects.ts';
import { rotationItems } from './random-rotation.ts';

function coverageOf(rotations: readonly string[], window: { from: number; to?: number }) {
  const named = new Map(rotations.map((items, index) => [`r${index}`, rotationOf(items)]));
  const schedule = { rotations: [...named.keys()].map((name) => ({ name })) };
  return coverage({ rotations: named }, schedule, window);
}

const pictureOf = (zone: string, list: readonly Interval[]) =>
  list.map(({ start, end }) => `${shown(zone, start)} .. ${shown(zone, end)}`);

const office = `
  zone "UTC" start 2026-01-05T00:00 members @a @b weekly mon 09:00
  cover mon..fri 09:00..17:00`;
const dayButAnHour = `
  zone "UTC" start 2026-01-05T00:00 members @a @b weekly mon 09:00
  cover mon..sun 09:00..08:00`;

describe('coverage', () => {
  it('has exact gaps, maximal, cut to the window', () => {
    const from = at('2026-01-09T12:00Z');
    const to = at('2026-01-13T08:00Z');
    const found = coverageOf([office], { from, to });
    expect(pictureOf('UTC', found.gaps)).toEqual([
      'fri 2026-01-09 17:00 +00:00 .. mon 2026-01-12 09:00 +00:00',
      'mon 2026-01-12 17:00 +00:00 .. tue 2026-01-13 08:00 +00:00',
    ]);
    expect(found.covered).toBe(13 / 92);
    expect(found).toMatchObject({ from, to, overlaps: [], isWholeCycle: false });
  });

  it('is not rounded over the whole cycle', () => {
    const found = coverageOf([dayButAnHour], { from: at('2026-02-03T04:05:06Z') });
    expect(found.covered).toBe(23 / 24);
    expect(found.isWholeCycle).toBe(true);
  });

  it('is whole where windows of several zones meet all year round', () => {
    const around = [
      `zone "Asia/Singapore" start 2026-01-05T07:00 members @a weekly mon 07:00 cover mon..sun 07:00..15:00`,
      `zone "Africa/Johannesburg" start 2026-01-05T09:00 members @b weekly mon 09:00 cover mon..sun 09:00..17:00`,
      `zone "America/Phoenix" start 2026-01-05T08:00 members @c weekly mon 08:00 cover mon..sun 08:00..16:00`,
    ];
    const found = coverageOf(around, { from: at('2026-02-01T00:00Z') });
    expect(found).toMatchObject({ covered: 1, gaps: [], overlaps: [], isWholeCycle: true });
  });

  it('finds the gap and the overlap that a clock change far ahead makes', () => {
    const pair = [
      `zone "Europe/London" start 2026-01-05T00:00 members @a weekly mon 09:00 cover mon..sun 08:00..20:00`,
      `zone "UTC" start 2026-01-05T00:00 members @a @b weekly mon 09:00 cover mon..sun 20:00..08:00`,
    ];
    const { gaps, overlaps } = coverageOf(pair, { from: at('2026-01-06T00:00Z') });
    expect(pictureOf('UTC', gaps.slice(0, 1))).toEqual([
      'sun 2026-03-29 19:00 +00:00 .. sun 2026-03-29 20:00 +00:00',
    ]);
    expect(pictureOf('UTC', overlaps.slice(0, 1))).toEqual([
      'sun 2026-03-29 07:00 +00:00 .. sun 2026-03-29 08:00 +00:00',
    ]);
    expect(overlaps[0]).toMatchObject({ rotations: ['r0', 'r1'] });
    const twice = overlaps.map((it) => it.twice.join());
    expect(new Set(twice)).toEqual(new Set(['', 'a']));
  });

  it('counts an override to nobody as a gap, and the time before the start', () => {
    const items = `
      zone "UTC" start 2026-01-05T09:00 members @a weekly mon 09:00
      override 2026-06-01T12:00..2026-06-01T13:00 < >`;
    const { gaps } = coverageOf([items], { from: at('2026-01-05T08:30Z') });
    expect(pictureOf('UTC', gaps)).toEqual([
      'mon 2026-01-05 08:30 +00:00 .. mon 2026-01-05 09:00 +00:00',
      'mon 2026-06-01 12:00 +00:00 .. mon 2026-06-01 13:00 +00:00',
    ]);
  });

  it('is none without rotations', () => {
    const model = modelOf(`schedule s < rotation @r >
      rotation r < zone "UTC" start 2026-01-05T09:00 members @a weekly mon 09:00 >\n${externsOf('@a')}`);
    const found = coverage(model, { rotations: [] }, { from: 0, to: 60 });
    expect(found).toMatchObject({ covered: 0, gaps: [{ start: 0, end: 60 }], overlaps: [] });
  });
});

describe('the coverage of random schedules', () => {
  const start = integer({ min: 0, max: 20_000 }).map((minutes) =>
    Temporal.PlainDateTime.from('2026-03-01').add({ minutes }),
  );

  it('agrees with a search by minutes', () => {
    assert(
      property(
        array(rotationItems(start), { minLength: 1, maxLength: 3 }),
        integer({ min: -5_000, max: 60_000 }),
        (schedule, minutes) => {
          const rotations = schedule.map(rotationOf);
          const from = at('2026-03-05T00:00Z') + minutes * 60;
          const to = from + 3 * 86_400;
          const found = coverageOf(schedule, { from, to });
          const counts = countsByMinute(rotations, from, to);
          const inAny = (list: readonly Interval[], minute: number) =>
            list.some((it) => it.start <= from + minute * 60 && from + minute * 60 < it.end);
          expect(counts.map((_, minute) => inAny(found.gaps, minute))).toEqual(
            counts.map((count) => count === 0),
          );
          expect(counts.map((_, minute) => inAny(found.overlaps, minute))).toEqual(
            counts.map((count) => count > 1),
          );
          const covered = found.covered * (to - from);
          expect(covered + lengthOf(found.gaps)).toBeCloseTo(to - from, 5);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the proof of random schedules', () => {
  const schedules = array(rotationItems(), { minLength: 1, maxLength: 3 });

  it('tells as the first three gaps such as are, as long as they are', () => {
    const schedule = property(schedules, (schedule) => {
      const rotations = schedule.map(rotationOf);
      const { from, to, gaps } = coverageOf(schedule, { from: at('2026-09-01T00:00Z') });
      const isManned = (minute: number) => countsByMinute(rotations, minute, minute + 60)[0] !== 0;
      for (const { start, end } of gaps.slice(0, 3)) {
        const middle = start + Math.floor((end - start) / 120) * 60;
        expect([start, middle, end - 60].map(isManned)).toEqual([false, false, false]);
        if (start > from) expect(isManned(start - 60)).toBe(true);
        if (end < to) expect(isManned(end)).toBe(true);
      }
      // Nobody is missing before the first, nor between them.
      const [first] = gaps;
      const whole = Math.min(first?.start ?? to, from + 2 * 86_400);
      expect(countsByMinute(rotations, from, whole)).not.toContain(0);
    });
    assert(schedule, { numRuns: 10 });
  });

  it('holds for the cycles to come', () => {
    // Where no clock changes, no override is set, and hand-offs go by days and weeks.
    const steady = array(
      rotationItems(undefined, constantFrom('UTC', 'Asia/Kathmandu')).filter(
        (items) => !items.includes('monthly'),
      ),
      { minLength: 1, maxLength: 3 },
    ).map((schedule) => schedule.map((items) => items.replace(/^override .*$/gm, '')));
    const holds = property(steady, (schedule) => {
      const cycle = coverageOf(schedule, { from: at('2026-09-01T00:00Z') });
      const length = cycle.to - cycle.from;
      pre(cycle.isWholeCycle && length < 6 * 366 * 86_400);
      const next = coverageOf(schedule, { from: cycle.to, to: cycle.to + length });
      const moved = (list: readonly Interval[]) =>
        list.map((it) => ({ ...it, start: it.start + length, end: it.end + length }));
      expect(next.gaps).toEqual(moved(cycle.gaps));
      expect(next.overlaps).toEqual(moved(cycle.overlaps));
    });
    assert(holds, { numRuns: 25 });
  });
});

/** How many rotations have someone on call in each minute. */
function countsByMinute(rotations: readonly Rotation[], from: number, to: number): number[] {
  const counts = new Array<number>((to - from) / 60).fill(0);
  for (const rotation of rotations) {
    for (const { start, end, contacts } of oracleByMinutes(rotation, from, to)) {
      if (contacts.length === 0) continue;
      for (let minute = (start - from) / 60; minute < (end - from) / 60; minute += 1) {
        counts[minute] = (counts[minute] ?? 0) + 1;
      }
    }
  }
  return counts;
}
