import { describe, expect, it } from 'vitest';
import { calendarLayout, clockChanges } from '../../src/pictures/calendar-layout.ts';
import { at } from '../projects.ts';

const zone = 'America/New_York';

function layoutOf(start: string, end: string, of = zone) {
  const window = { start: at(start, of), end: at(end, of) };
  return calendarLayout(window, of, [1, 2], { left: 100, width: 800 });
}

describe('calendarLayout', () => {
  it('has a band for each week that the window meets, Monday first', () => {
    const { weeks } = layoutOf('2026-01-07T12:00', '2026-01-19T00:00');
    expect(weeks.map(({ days }) => days[0]?.start)).toEqual([
      at('2026-01-05T00:00', zone),
      at('2026-01-12T00:00', zone),
    ]);
    expect(weeks[1]?.days.at(-1)?.end).toBe(at('2026-01-19T00:00', zone));
    expect(weeks[1]?.y).toBeGreaterThan(weeks[0]?.bottom ?? 0);
  });

  it('places times within their day', () => {
    const [week] = layoutOf('2026-01-05T00:00', '2026-01-12T00:00').weeks;
    const placed = week?.place({
      start: at('2026-01-06T12:00', zone),
      end: at('2026-01-08T06:00', zone),
    });
    expect(placed).toEqual({ x: 250, width: 175, isCutLeft: false, isCutRight: false });
  });

  it('cuts at weeks, and at the window', () => {
    const [week, next] = layoutOf('2026-01-05T00:00', '2026-01-13T00:00').weeks;
    const long = { start: at('2026-01-11T00:00', zone), end: at('2026-01-20T00:00', zone) };
    expect(week?.place(long)).toEqual({ x: 700, width: 100, isCutLeft: false, isCutRight: true });
    expect(next?.place(long)).toEqual({ x: 100, width: 100, isCutLeft: true, isCutRight: true });
    const before = { start: at('2026-01-01T00:00', zone), end: at('2026-01-05T00:00', zone) };
    expect(week?.place(before)).toBeUndefined();
    expect(next?.place({ start: long.end, end: long.end })).toBeUndefined();
  });

  it('gives a day of 23 hours and one of 25 the width of any other', () => {
    for (const [day, hours] of [
      ['2026-03-08', 23],
      ['2026-11-01', 25],
    ] as const) {
      const [week] = layoutOf(`${day}T00:00`, `${day}T23:00`).weeks;
      const sunday = week?.days[6];
      expect(((sunday?.end ?? 0) - (sunday?.start ?? 0)) / 3_600).toBe(hours);
      const start = sunday?.start ?? 0;
      const placed = week?.place({ start, end: start + 3_600 });
      expect(placed?.x).toBe(700);
      expect(placed?.width).toBeCloseTo(100 / hours);
    }
  });

  it('stands a day that the clocks skip, as Samoa did', () => {
    const { weeks } = layoutOf('2011-12-26T00:00', '2012-01-02T00:00', 'Pacific/Apia');
    const days = weeks[0]?.days ?? [];
    expect(days.map(({ start, end }) => (end - start) / 3_600)).toEqual([
      24, 24, 24, 24, 0, 24, 24,
    ]);
    const saturday = weeks[0]?.place({ start: days[5]?.start ?? 0, end: days[5]?.end ?? 0 });
    expect(saturday).toMatchObject({ x: 600, width: 100 });
  });
});

describe('clockChanges', () => {
  it('are those of the window', () => {
    const window = { start: at('2026-03-01T00:00', zone), end: at('2026-12-01T00:00', zone) };
    expect(clockChanges(zone, window)).toEqual([
      { at: at('2026-03-08T07:00Z'), by: 3_600 },
      { at: at('2026-11-01T06:00Z'), by: -3_600 },
    ]);
    expect(clockChanges('Asia/Tokyo', window)).toEqual([]);
  });
});
