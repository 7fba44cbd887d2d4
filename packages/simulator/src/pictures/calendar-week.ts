/** Draws a week of a calendar: its days, lanes, gaps, shifts and clock changes. */
import { localOfEpoch } from '@oncall/language';
import { clockText, dayText, lengthText, stretchText } from '../clock-text.ts';
import type { Interval } from '../interval.ts';
import { weekLength } from '../recurrence.ts';
import {
  type CalendarLayout,
  clockChanges,
  type Day,
  dayNamesHeight,
  rowHeight,
  type Week,
} from './calendar-layout.ts';
import { drawnShift, mostRows } from './calendar-shifts.ts';
import type { CalendarStory } from './calendar-story.ts';
import { bold, widthOf } from './measure.ts';
import { from, label, type PictureOptions, size, space, titled } from './picture.ts';
import { group, type Svg, svg } from './svg.ts';

export interface Drawing {
  readonly story: CalendarStory;
  readonly layout: CalendarLayout;
  readonly zone: string;
  readonly options: CalendarOptions;
}

export interface CalendarOptions extends PictureOptions {
  /** IANA name of the zone whose days these are; that of the first rotation where not given. */
  readonly zone?: string | undefined;
  /** Epoch seconds of an instant to mark. */
  readonly now?: number | undefined;
}

export function drawnWeek(week: Week, index: number, drawing: Drawing): Svg {
  const { story, zone, options } = drawing;
  const { window, lanes, gaps } = story;
  const now = options.now;
  return group({ class: 'week' }, [
    ...daysOf(week, index, drawing),
    ...story.offHours.map((each) => stretch(each, week, 'off', 'outside the hours it covers')),
    ...lanes.map(({ rotation }, at) =>
      group(from(rotation.origin, options), [
        titled(`rotation ${rotation.name}, ${rotation.zone.value}`),
        label(
          rotation.name,
          { x: 0, y: (week.lanes[at] as number) + rowHeight / 2 + 4 },
          size.label,
          drawing.layout.left - space.inner,
        ),
      ]),
    ),
    ...gaps.map((gap) => gapOf(gap, week, drawing)),
    ...lanes.flatMap((lane, at) =>
      lane.shifts.map((shift, index) => {
        const y = week.lanes[at] as number;
        const next = lane.shifts[index + 1]?.start ?? Number.POSITIVE_INFINITY;
        const gap = gaps.find((it) => it.start >= shift.end)?.start ?? next;
        const room = { week, y, rows: lane.most, until: Math.min(next, gap) };
        return drawnShift(shift, room, story, zone, options);
      }),
    ),
    ...clocksOf(week, window, drawing),
    ...(now === undefined ? [] : [nowOf(now, week, zone)]),
  ]);
}

function daysOf(week: Week, index: number, { layout, story }: Drawing): readonly Svg[] {
  const { dayWidth, left } = layout;
  const top = week.y + dayNamesHeight;
  const right = left + 7 * dayWidth;
  const shades = week.days
    .slice(5)
    .map(({ x }) =>
      svg('rect', { class: 'shade', x, y: week.y, width: dayWidth, height: week.bottom - week.y }),
    );
  const lines = week.days.map(({ x }) =>
    svg('line', { class: 'grid', x1: x, x2: x, y1: week.y, y2: week.bottom }),
  );
  const names = week.days.map((day) => {
    const isShown = day.end > story.window.start && day.start < story.window.end;
    const isFirst = localOfEpoch(day.wall).day === 1;
    const texts = [dayName(day, day === week.days[0]), dayName(day, false)];
    const number = String(localOfEpoch(day.wall).day);
    const text = texts.find((it) => widthOf(it, size.label) <= dayWidth - 6) ?? number;
    const style = isShown ? (isFirst ? 'strong' : '') : 'quiet unreached';
    const attributes = { ...(style === '' ? {} : { class: style }), x: day.x + 6, y: week.y + 16 };
    return label(text, attributes, size.label, dayWidth - 6);
  });
  const sunday = (week.days[6] as Day).wall;
  const { year } = localOfEpoch(sunday);
  const isNewYear = index === 0 || year !== localOfEpoch(sunday - weekLength).year;
  return [
    ...shades,
    ...lines,
    svg('line', { class: 'grid', x1: right, x2: right, y1: week.y, y2: week.bottom }),
    svg('line', { class: 'grid', x1: left, x2: right, y1: top, y2: top }),
    svg('line', { class: 'grid', x1: left, x2: right, y1: week.y, y2: week.y }),
    svg('line', { class: 'grid', x1: left, x2: right, y1: week.bottom, y2: week.bottom }),
    ...names,
    ...(isNewYear ? [svg('text', { class: 'quiet', x: 0, y: week.y + 16 }, String(year))] : []),
  ];
}

/** `Mon 5`, and of the first of a week or month `Sun 1 Mar`. */
function dayName({ wall }: Day, isFirstOfWeek: boolean): string {
  const { month, day } = localOfEpoch(wall);
  const ofMonth = day === 1 || isFirstOfWeek ? ` ${months[month - 1]}` : '';
  return `${dayText('UTC', wall)} ${day}${ofMonth}`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** All lanes high, so that it is seen first. */
function gapOf(gap: Interval, week: Week, { story, zone }: Drawing): Svg | undefined {
  const placed = week.place(gap);
  if (placed === undefined) return undefined;
  const y = week.y + dayNamesHeight + 2;
  const height = week.bottom - y - 2;
  const text = `NOBODY on call ${stretchText(zone, gap)}, ${lengthText(gap.end - gap.start)}`;
  const isSliver = placed.width < 5;
  const free = story.lanes.findIndex(({ shifts }) =>
    shifts.every((it) => it.end <= gap.start || it.start >= gap.end),
  );
  const lane = free === -1 ? undefined : week.lanes[free];
  const fits = placed.width >= widthOf('nobody', size.small * bold) + space.small;
  return group({ class: 'gap-of-week' }, [
    titled(text),
    svg('rect', {
      class: isSliver ? 'gap-sliver' : 'gap',
      x: isSliver ? placed.x + placed.width / 2 - 2 : placed.x,
      y,
      width: isSliver ? 4 : placed.width,
      height,
      rx: 2,
    }),
    lane !== undefined && fits
      ? svg(
          'text',
          {
            class: 'small bad middle',
            x: placed.x + placed.width / 2,
            y: lane + rowHeight / 2 + 4,
          },
          'nobody',
        )
      : undefined,
  ]);
}

function stretch(interval: Interval, week: Week, style: string, text: string): Svg | undefined {
  const placed = week.place(interval);
  if (placed === undefined) return undefined;
  const y = week.y + dayNamesHeight;
  const box = { class: style, x: placed.x, y, width: placed.width, height: week.bottom - y };
  return svg('rect', box, titled(text));
}

/** Through all lanes for the clocks of the calendar, else through the lanes of the zone. */
function clocksOf(week: Week, window: Interval, { story, zone, layout }: Drawing): readonly Svg[] {
  const own = clockChanges(zone, window).flatMap(({ at, by }) => {
    const placed = week.place({ start: at, end: at });
    const day = week.days.findLast((it) => it.start <= at);
    if (placed === undefined || day === undefined) return [];
    const line = { x1: placed.x, x2: placed.x, y1: week.y + dayNamesHeight, y2: week.bottom };
    const room = layout.dayWidth - widthOf(dayName(day, day === week.days[0]), size.label) - 20;
    const texts = [`clocks ${shiftText(by)}`, shiftText(by)];
    const text = texts.find((it) => widthOf(it, size.small) <= room);
    const place = { x: day.x + layout.dayWidth - 5, y: week.y + 16 };
    return [
      group({ class: 'clock-change' }, [
        titled(`${zone}: clocks ${shiftText(by)} at ${clockText(zone, at - 1)}`),
        svg('line', { class: 'clock', ...line }),
        text === undefined
          ? undefined
          : svg('text', { class: 'small clock-label end', ...place }, text),
      ]),
    ];
  });
  const others = story.lanes.flatMap(({ rotation, most }, lane) => {
    const other = rotation.zone.value;
    if (other === zone) return [];
    return clockChanges(other, window).flatMap(({ at, by }) => {
      const placed = week.place({ start: at, end: at });
      if (placed === undefined) return [];
      const y1 = (week.lanes[lane] as number) - 2;
      const y2 = y1 + Math.min(most, mostRows) * rowHeight + 4;
      const title = titled(`${other}: clocks ${shiftText(by)}`);
      return [svg('line', { class: 'clock', x1: placed.x, x2: placed.x, y1, y2 }, title)];
    });
  });
  return [...own, ...others];
}

/** `+1h`. */
function shiftText(seconds: number): string {
  return `${seconds > 0 ? '+' : '−'}${lengthText(Math.abs(seconds))}`;
}

function nowOf(now: number, week: Week, zone: string): Svg | undefined {
  const placed = week.place({ start: now, end: now });
  if (placed === undefined) return undefined;
  const y = week.y + dayNamesHeight;
  return group({ class: 'now-of-week' }, [
    titled(`now, ${clockText(zone, now)}`),
    svg('line', { class: 'now', x1: placed.x, x2: placed.x, y1: y, y2: week.bottom }),
    svg('circle', { class: 'now-dot', cx: placed.x, cy: y, r: 3.5 }),
  ]);
}
