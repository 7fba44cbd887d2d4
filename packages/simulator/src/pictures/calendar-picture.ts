/** The calendar of a schedule or rotation: a band a week, with gaps in red. */
import type { Model } from '@oncall/language';
import { dateText, lengthText, stretchText, timeText } from '../clock-text.ts';
import type { Interval } from '../interval.ts';
import { calendarLayout, clockChanges } from './calendar-layout.ts';
import { mostRows } from './calendar-shifts.ts';
import { type CalendarStory, type CalendarSubject, calendarStory } from './calendar-story.ts';
import { type CalendarOptions, type Drawing, drawnWeek } from './calendar-week.ts';
import { widthOf } from './measure.ts';
import { framed, type LegendItem, pictureText, pictureWidth, size, space } from './picture.ts';
import { svg } from './svg.ts';

/** An SVG document. Takes a window in epoch seconds, of which it shows 54 weeks at most. */
export function calendarPicture(
  model: Model,
  subject: CalendarSubject,
  window: Interval,
  options: CalendarOptions,
): string {
  const width = pictureWidth(options);
  const story = calendarStory(model, subject, window);
  const zone = options.zone ?? story.lanes[0]?.rotation.zone.value ?? 'UTC';
  const inner = width - 2 * space.outer;
  const names = story.lanes.map(({ rotation }) => widthOf(rotation.name, size.label));
  const left = Math.ceil(Math.min(Math.max(64, ...names) + space.inner * 2, inner * 0.22));
  const rows = story.lanes.map(({ most }) => Math.min(most, mostRows));
  const layout = calendarLayout(story.window, zone, rows, { left, width: inner });
  const drawing: Drawing = { story, layout, zone, options };
  const picture = framed(
    {
      title: `@${subject.name}: who is on call`,
      subtitle: `${spanText(zone, story.window)}, by the clocks of ${zone}`,
      status: {
        text: gapsText(story),
        isBad: story.gaps.length > 0,
      },
      description: calendarSentences(story, zone),
      width,
      height: layout.height,
      legend: legendOf(drawing),
      content: layout.weeks.map((week, index) => drawnWeek(week, index, drawing)),
    },
    options,
  );
  return pictureText(picture);
}

/** What the picture shows, for those who do not see it: gaps first, then whose shifts they are. */
export function calendarSentences({ lanes, gaps }: CalendarStory, zone: string): string {
  const ofGaps = gaps.slice(0, told).map((gap) => `Nobody is on call ${stretchText(zone, gap)}.`);
  const rest = gaps.length > told ? [`There are ${gaps.length - told} more gaps.`] : [];
  const ofLanes = lanes.map(({ rotation, shifts }) => {
    const spoken = shifts.slice(0, told).map(({ contacts, ...shift }) => {
      const who = contacts.length === 0 ? 'nobody' : contacts.join(' and ');
      return `${who} ${stretchText(zone, shift)}`;
    });
    const more = shifts.length > told ? ` and ${shifts.length - told} more shifts` : '';
    return `${rotation.name}: ${spoken.length === 0 ? 'no shifts' : spoken.join('; ')}${more}.`;
  });
  return [...(gaps.length === 0 ? ['There is no gap.'] : ofGaps), ...rest, ...ofLanes].join(' ');
}

/** So many of a kind are told in words; more would be read by nobody. */
const told = 10;

/** `2 gaps, 1h30m in all`. */
export function gapsText({ gaps, gapSeconds }: CalendarStory): string {
  if (gaps.length === 0) return 'no gap';
  const length = lengthText(gapSeconds);
  return gaps.length === 1 ? `1 gap of ${length}` : `${gaps.length} gaps, ${length} in all`;
}

/** Days where these are whole ones, else times. */
function spanText(zone: string, { start, end }: Interval): string {
  const isWhole = timeText(zone, start) === '00:00' && timeText(zone, end) === '00:00';
  if (!isWhole) return stretchText(zone, { start, end });
  return `${dateText(zone, start)} to ${dateText(zone, end - 1)}`;
}

function legendOf({ story, zone, options }: Drawing): readonly LegendItem[] {
  const { lanes, gaps, window, offHours } = story;
  const zones = [zone, ...lanes.map(({ rotation }) => rotation.zone.value)];
  const swatch = (style: string) =>
    svg('rect', { class: style, x: -8, y: -6, width: 16, height: 12, rx: 2 });
  const line = (style: string) => svg('line', { class: style, x1: 0, x2: 0, y1: -7, y2: 7 });
  const { now } = options;
  const items: readonly (LegendItem & { readonly isThere: boolean })[] = [
    { isThere: gaps.length > 0, sign: swatch('gap'), text: 'nobody is on call' },
    {
      isThere: lanes.some(({ shifts }) => shifts.some(({ type }) => type === 'overridden')),
      sign: swatch('override'),
      text: 'override',
    },
    { isThere: offHours.length > 0, sign: swatch('off'), text: 'outside its hours' },
    {
      isThere: zones.some((each) => clockChanges(each, window).length > 0),
      sign: line('clock'),
      text: 'clocks change',
    },
    {
      isThere: now !== undefined && now >= window.start && now < window.end,
      sign: line('now'),
      text: 'now',
    },
  ];
  return [
    ...items.filter(({ isThere }) => isThere),
    { text: 'An estimate: AWS describes shifts in words only.' },
  ];
}
