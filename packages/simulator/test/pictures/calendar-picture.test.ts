import { analyze, createSourceFile } from '@oncall/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/coverage.ts';
import { calendarLayout } from '../../src/pictures/calendar-layout.ts';
import { calendarPicture } from '../../src/pictures/calendar-picture.ts';
import { at } from '../projects.ts';
import { randomSchedule, team } from './projects-of-pictures.ts';
import { collisions, labels, type Node, numberOf, ofClass, readSvg, titleOf } from './read-svg.ts';

const zone = 'America/New_York';
const march = { start: at('2026-03-02T00:00', zone), end: at('2026-03-16T00:00', zone) };
const sre = { kind: 'schedule', name: 'sre' } as const;

/** The columns of the days, read off their lines: the left edge, and the width of one. */
function daysOf(root: Node) {
  const week = ofClass(root, 'week')[0] as Node;
  const xs = [...new Set(ofClass(week, 'grid').map((it) => numberOf(it, 'x1')))].sort(
    (a, b) => a - b,
  );
  return { left: xs[0] as number, dayWidth: ((xs[7] as number) - (xs[0] as number)) / 7 };
}

describe('calendarPicture', () => {
  const root = readSvg(calendarPicture(team, sre, march, {}));
  const { left, dayWidth } = daysOf(root);
  const x = (day: number, hour: number) => left + (day + hour / 24) * dayWidth;

  it('shows a gap in red, from where it begins to where it ends', () => {
    const gaps = ofClass(root, 'week').flatMap((week) => ofClass(week, 'gap'));
    expect(gaps).toHaveLength(1);
    const [gap] = gaps as [Node];
    expect(numberOf(gap, 'x')).toBeCloseTo(x(2, 9), 1);
    expect(numberOf(gap, 'x') + numberOf(gap, 'width')).toBeCloseTo(x(3, 17), 1);
    expect(titleOf(gap.parent as Node)).toBe(
      'NOBODY on call Wed 2026-03-04 09:00 to Thu 2026-03-05 17:00, 1d8h',
    );
    const status = labels(root).find(({ text }) => text.includes('gap'));
    expect(status?.text).toBe('1 gap of 1d8h');
  });

  it('sets overrides apart, and tells whom they replace', () => {
    const overrides = ofClass(root, 'week')
      .flatMap((week) => ofClass(week, 'override'))
      .map(({ parent }) => titleOf(parent as Node));
    expect(overrides).toEqual([
      'NOBODY Wed 2026-03-04 09:00 to Thu 2026-03-05 17:00, 1d8h, overridden instead of alice',
      'boss Wed 2026-03-11 09:00 to Fri 2026-03-13 17:00, 2d8h, overridden instead of bob',
    ]);
  });

  it('marks the night in which clocks change', () => {
    const [change, ...more] = ofClass(root, 'clock-change');
    expect(more).toEqual([]);
    expect(titleOf(change as Node)).toMatch(
      /^America\/New_York: clocks \+1h at Sun 2026-03-08 01:59/,
    );
    expect(numberOf(ofClass(change as Node, 'clock')[0] as Node, 'x1')).toBeCloseTo(
      left + (6 + 2 / 23) * dayWidth,
      1,
    );
  });

  it('shades weekends, and marks now', () => {
    const week = ofClass(root, 'week')[0] as Node;
    const shades = ofClass(week, 'shade').map((it) => Math.round(numberOf(it, 'x')));
    expect(shades).toEqual([Math.round(x(5, 0)), Math.round(x(6, 0))]);
    const now = at('2026-03-03T18:00', zone);
    const marked = readSvg(calendarPicture(team, sre, march, { now }));
    const line = ofClass(marked, 'now').find(
      ({ parent }) => parent?.name === 'g' && titleOf(parent) !== '',
    );
    expect(numberOf(line as Node, 'x1')).toBeCloseTo(x(1, 18), 1);
  });

  it('takes hours that a rotation alone does not cover for no gap', () => {
    const office = { kind: 'rotation', name: 'office' } as const;
    const markup = calendarPicture(team, office, march, {});
    const alone = readSvg(markup);
    expect(ofClass(alone, 'gap')).toEqual([]);
    expect(ofClass(ofClass(alone, 'week')[0] as Node, 'off').length).toBeGreaterThan(4);
    expect(labels(alone).map(({ text }) => text)).toContain('no gap');
  });

  it('gives each person of several on call a row', () => {
    const { model } = analyze([
      createSourceFile(
        'main.oncall',
        'rotation r <\nzone "UTC"\nstart 2026-03-02T00:00\nmembers @a @b @c\non-call 2\nweekly mon 00:00\n>' +
          ['a', 'b', 'c']
            .map(
              (it) =>
                `\nextern contact ${it} "arn:aws:ssm-contacts:us-east-2:111122223333:contact/${it}"`,
            )
            .join(''),
      ),
    ]);
    const week = { start: at('2026-03-02T00:00Z'), end: at('2026-03-09T00:00Z') };
    const picture = readSvg(calendarPicture(model, { kind: 'rotation', name: 'r' }, week, {}));
    const names = labels(picture).filter(({ text }) => text === 'a' || text === 'b');
    expect(names[0]?.left).toBe(names[1]?.left);
    expect((names[1]?.y ?? 0) - (names[0]?.y ?? 0)).toBe(20);
  });

  it('shows 54 weeks at most', () => {
    const long = { start: march.start, end: at('2099-01-01T00:00Z') };
    const years = readSvg(calendarPicture(team, sre, long, {}));
    expect(ofClass(years, 'week').length).toBe(54 + 1);
  });

  it('is well-formed, shows every gap, and no text runs into another, whatever the schedule', () => {
    fc.assert(
      fc.property(randomSchedule, fc.integer({ min: 0, max: 1_400 }), (text, width) => {
        const { model } = analyze([createSourceFile('main.oncall', text)]);
        const subject = { kind: 'schedule', name: 'the-schedule' } as const;
        const markup = calendarPicture(model, subject, march, { width });
        expect(markup).not.toContain('NaN');
        const picture = readSvg(markup);
        expect(collisions(picture)).toEqual([]);
        const schedule = model.schedules.get('the-schedule') ?? { rotations: [] };
        const { gaps } = coverage(model, schedule, { from: march.start, to: march.end });
        const zoneOfIt = model.rotations.get('r0')?.zone.value ?? 'UTC';
        const { weeks } = calendarLayout(march, zoneOfIt, [1], { left: 0, width: 700 });
        const parts = weeks.flatMap((week) => gaps.filter((gap) => week.place(gap) !== undefined));
        expect(ofClass(picture, 'gap-of-week')).toHaveLength(parts.length);
      }),
      { numRuns: 50 },
    );
  });
});
