/** Where everything of a timeline stands, in pixels. */
import { formatMinutes } from '@oncall/language';
import { bold, fitted, widthOf } from './measure.ts';
import { size, space } from './picture.ts';
import type { StoryRow, TimelineStory } from './timeline-story.ts';

export interface TimelineLayout {
  /** Where the names end and time begins. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly ticks: readonly Tick[];
  /** One a row of the story. */
  readonly rows: readonly PlacedRow[];
  /** The place of minutes since the page; what lies beyond the axis is put at its end. */
  xOf(minutes: number): number;
}

interface Tick {
  readonly x: number;
  readonly minutes: number;
}

export interface PlacedRow {
  readonly row: StoryRow;
  readonly y: number;
  /** Of the line with the name; lanes follow below it. */
  readonly head: number;
  /** Upper edges of the lanes. */
  readonly lanes: readonly number[];
  readonly bottom: number;
}

export const laneHeight = 18;
export const axisHeight = 38;

const headHeights = { stage: 28, engagement: 24, answer: 28 } as const;

export function timelineLayout(story: TimelineStory, width: number): TimelineLayout {
  const left = Math.ceil(leftWidth(story.rows, width));
  const right = width - 34;
  const answers = story.rows.flatMap((row) => (row.kind === 'answer' ? [row.at] : []));
  // A late answer is shown, but does not make all else small.
  const least = Math.max(story.end, 1);
  const end = Math.max(least, ...answers.filter((at) => at <= least * 1.5));
  const perMinute = (right - left) / end;
  const xOf = (minutes: number) => left + Math.min(minutes, end) * perMinute;
  const step = steps.find((it) => it * perMinute >= leastStep) ?? Math.ceil(leastStep / perMinute);
  const count = Math.floor(end / step) + 1;
  const ticks = Array.from({ length: count }, (_, at) => ({
    x: xOf(at * step),
    minutes: at * step,
  }));
  let y: number = axisHeight;
  const rows = story.rows.map((row, index): PlacedRow => {
    // Stages and answers begin something new.
    if (index > 0 && row.kind !== 'engagement') y += space.inner;
    const top = y;
    const head = headHeights[row.kind];
    const lanes = row.kind === 'engagement' ? row.lanes : [];
    const tops = lanes.map((_, at) => top + head + at * laneHeight);
    y = top + head + lanes.length * laneHeight + (lanes.length > 0 ? space.small : 0);
    return { row, y: top, head, lanes: tops, bottom: y };
  });
  return { left, right, height: y + space.inner, ticks, rows, xOf };
}

/** Pixels between ticks, so that `+1h30m` and the clock below it have room. */
const leastStep = 62;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1_440];

/** What the names on the left say. */
export function nameOf(row: StoryRow): { readonly text: string; readonly besides: string } {
  if (row.kind === 'stage') {
    return { text: `stage ${row.number}`, besides: formatMinutes(row.end - row.start) };
  }
  if (row.kind === 'answer') return { text: row.contact, besides: 'answers' };
  return { text: row.contact, besides: row.essential ? 'essential' : '' };
}

export const indents = { stage: 0, engagement: 14, answer: 0, lane: 28 } as const;

function leftWidth(rows: readonly StoryRow[], width: number): number {
  const widths = rows.flatMap((row) => {
    const { text, besides } = nameOf(row);
    const name = indents[row.kind] + widthOf(text, size.head * bold) + widthOf(besides, size.small);
    const lanes = row.kind === 'engagement' ? row.lanes : [];
    return [
      name,
      ...lanes.map(
        ({ channel, type = '' }) =>
          indents.lane + widthOf(channel, size.label) + widthOf(type, size.small),
      ),
    ];
  });
  return Math.min(Math.max(110, ...widths) + 30, width * 0.32);
}

/** A bar on the axis, of which the part from `stop` on does not happen. */
export interface Extent {
  readonly start: number;
  readonly stop: number;
  readonly end: number;
}

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Whether it ends there, and does not begin. */
  readonly isEnd: boolean;
  readonly isInside: boolean;
}

/** Text of a bar: in it where it fits, else on the side that has more room. */
export function beside(
  text: string,
  { start, stop, end }: Extent,
  { left, right }: { readonly left: number; readonly right: number },
  fontSize: number,
): PlacedText {
  const width = widthOf(text, fontSize);
  const pad = space.inner;
  if (width <= stop - start - 2 * pad) {
    return { text, x: start + pad, isEnd: false, isInside: true };
  }
  const after = right - end - pad;
  const before = start - left - pad;
  if (width > after && width <= end - stop - 2 * pad) {
    return { text, x: stop + pad, isEnd: false, isInside: true };
  }
  if (width <= after || after >= before) {
    return { text: fitted(text, fontSize, after), x: end + pad, isEnd: false, isInside: false };
  }
  return { text: fitted(text, fontSize, before), x: start - pad, isEnd: true, isInside: false };
}
