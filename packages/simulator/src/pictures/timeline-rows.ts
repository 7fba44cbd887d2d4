/** Draws the rows of a timeline: stages, engagements with their channels, answers. */
import { lengthText } from '../clock-text.ts';
import { bold, widthOf } from './measure.ts';
import { from, label, type PictureOptions, size, space, titled } from './picture.ts';
import { group, nothing, type Svg, svg } from './svg.ts';
import {
  beside,
  type Extent,
  indents,
  laneHeight,
  nameOf,
  type PlacedRow,
  type TimelineLayout,
} from './timeline-layout.ts';
import type { AnswerRow, ChannelLane, EngagementRow, StageRow, Try } from './timeline-story.ts';

export interface Drawing {
  readonly layout: TimelineLayout;
  readonly options: PictureOptions;
}

export function drawnRow(placed: PlacedRow, drawing: Drawing): Svg {
  const { row } = placed;
  if (row.kind === 'stage') return stageOf(row, placed, drawing);
  if (row.kind === 'engagement') return engagementOf(row, placed, drawing);
  return answerOf(row, placed, drawing);
}

/** From each answer to all that it stops. */
export function answerLines(layout: TimelineLayout): readonly Svg[] {
  return layout.rows.flatMap(({ row: answer, y, head }) => {
    if (answer.kind !== 'answer' || !answer.effective) return [];
    const stopped = layout.rows.filter(({ row }) => {
      if (row.kind === 'answer' || row.stoppedAt !== answer.at) return false;
      return row.kind === 'stage' ? answer.stopsPlan : row.contact === answer.contact;
    });
    const x = layout.xOf(answer.at);
    const middle = y + head / 2;
    const top = Math.min(middle, ...stopped.map((it) => it.y + 2));
    const bottom = Math.max(middle, ...stopped.map((it) => it.bottom - 2));
    const lines = [
      { y1: top, y2: middle - 9 },
      { y1: middle + 9, y2: bottom },
    ];
    return lines
      .filter(({ y1, y2 }) => y1 < y2)
      .map((line) => svg('line', { class: 'answer-line', x1: x, x2: x, ...line }));
  });
}

export function answerSign(x: number, y: number, effective: boolean): Svg {
  const d = effective ? 'M-3.5 0.5l2.4 2.6l4.8 -5.4' : 'M-3 -3l6 6M3 -3l-6 6';
  return svg(
    'g',
    { transform: `translate(${Math.round(x * 100) / 100} ${y})` },
    svg('circle', { class: effective ? 'answer' : 'vain', r: 8 }),
    svg('path', { class: 'tick', d }),
  );
}

function stageOf(row: StageRow, placed: PlacedRow, drawing: Drawing): Svg {
  const { layout, options } = drawing;
  const isBegun = row.stoppedAt === undefined || row.stoppedAt > row.start;
  const targets = row.targets.length === 0 ? 'waits' : row.targets.join(', ');
  const text = isBegun ? targets : `not begun: ${targets}`;
  const style = isBegun ? '' : 'quiet';
  return group({ class: 'row', ...from(row.origin, options) }, [
    titled(`stage ${row.number}: ${row.reason}`),
    ...base(placed, layout, style),
    ...bar(row, layout, { y: placed.y + 5, height: placed.head - 10, class: 'stage' }),
    textBeside(text, extentOf(row, layout), placed, layout, style),
  ]);
}

function engagementOf(row: EngagementRow, placed: PlacedRow, { layout, options }: Drawing): Svg {
  const { y, bottom } = placed;
  const extent = extentOf(row, layout);
  const box = { y: y + 2, height: bottom - y - 4 };
  const besides = row.essential ? ', essential' : '';
  return group({ class: 'row', ...from(row.origin, options) }, [
    titled(`${row.contact} is engaged${besides}: ${row.reason}`),
    ...base(placed, layout),
    ...bar(row, layout, { ...box, class: 'person' }),
    row.essential && row.end > row.start
      ? svg('rect', { class: 'essential', x: extent.start - 4, width: 3, rx: 1.5, ...box })
      : undefined,
    textBeside(row.reason, extent, placed, layout, 'small quiet'),
    ...row.lanes.map((lane, at) => laneOf(lane, placed.lanes[at] ?? y, { layout, options })),
  ]);
}

function laneOf(lane: ChannelLane, y: number, { layout, options }: Drawing): Svg {
  const middle = y + laneHeight / 2;
  const { channel, type = '' } = lane;
  const right = layout.left - namesGap;
  const room = right - indents.lane - widthOf(type, size.small) - space.inner;
  return group(from(lane.origin, options), [
    label(channel, { x: indents.lane, y: middle + 4 }, size.label, room),
    svg('text', { class: 'small quiet end', x: right, y: middle + 4 }, type),
    ...tries(lane, middle, layout, options),
  ]);
}

/** Marks begin where their time is. A retry that would touch the mark before is a dotted line. */
function tries(
  lane: ChannelLane,
  y: number,
  layout: TimelineLayout,
  options: PictureOptions,
): readonly Svg[] {
  const lines: Svg[] = [];
  const marks: Svg[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const each of lane.tries) {
    const x = layout.xOf(each.at) + markRadius + 1;
    const isNear = each.kind === 'retry' && x - last < 2 * markRadius;
    const title = titled(whatOf(each, lane.channel));
    const place = from(each.origin, options);
    if (isNear) {
      const style = each.isStopped ? 'ghost' : 'retries';
      lines.push(svg('line', { class: style, x1: last, x2: x, y1: y, y2: y, ...place }, title));
    } else {
      const style = each.isStopped ? 'ghost' : each.kind === 'notify' ? 'try' : 'retry';
      const r = each.kind === 'notify' ? markRadius : markRadius - 1;
      marks.push(svg('circle', { class: style, cx: x, cy: y, r, ...place }, title));
    }
    last = x;
  }
  return [...lines, ...marks];
}

const markRadius = 5;

function whatOf({ kind, reason, isStopped }: Try, channel: string): string {
  const verb = kind === 'notify' ? 'try' : 'retry';
  return `${verb} ${channel}${isStopped ? ', not made any more' : ''}: ${reason}`;
}

function answerOf(row: AnswerRow, placed: PlacedRow, { layout }: Drawing): Svg {
  const x = layout.xOf(row.at);
  const then = row.stopsPlan
    ? 'the plan stops, no later stage begins'
    : row.effective
      ? 'no further try'
      : 'no effect, since not engaged at this moment';
  const text = `${lengthText(Math.round(row.at * 60))}: ${then}`;
  const extent = { start: x - 10, stop: x - 10, end: x + 10 };
  const style = row.effective ? 'fine strong' : 'quiet';
  return group({ class: 'row' }, [
    titled(row.reason),
    ...base(placed, layout),
    answerSign(x, placed.y + placed.head / 2, row.effective),
    textBeside(text, extent, placed, layout, style),
  ]);
}

/** Pixels between the names and where time begins. */
const namesGap = 18;

/** The name on the left, and at the column's right edge in small letters what goes with it. */
function base(placed: PlacedRow, layout: TimelineLayout, style = ''): readonly Svg[] {
  const { row, y, head, bottom } = placed;
  const { text, besides } = nameOf(row);
  const right = layout.left - namesGap;
  const x = indents[row.kind];
  const room = right - x - widthOf(besides, size.small) - space.inner;
  const middle = y + head / 2 + 4;
  return [
    row.kind === 'engagement'
      ? nothing
      : svg('line', { class: 'grid', x1: 0, x2: layout.right, y1: y - 4, y2: y - 4 }),
    // So that a click and a title are found all over the row.
    svg('rect', { class: 'hidden', x: 0, y, width: layout.right, height: bottom - y }),
    label(text, { class: `head ${style}`.trim(), x, y: middle }, size.head * bold, room),
    svg('text', { class: 'small quiet end', x: right, y: middle }, besides),
  ];
}

/** A flag where it is over as it begins. */
function bar(
  row: StageRow | EngagementRow,
  layout: TimelineLayout,
  box: { readonly y: number; readonly height: number; readonly class: string },
): readonly Svg[] {
  const { start, stop, end } = extentOf(row, layout);
  if (row.end === row.start) {
    const style = row.stoppedAt === undefined ? 'flag' : 'ghost';
    return [
      svg('path', {
        class: style,
        d: `M${round(start + 6)} ${box.y + box.height / 2 - 6}l6 6l-6 6l-6 -6z`,
      }),
    ];
  }
  const part = (x: number, to: number, style: string) =>
    svg('rect', { ...box, class: style, x, width: to - x, rx: 4 });
  return [
    ...(stop > start ? [part(start, stop, box.class)] : []),
    ...(stop < end ? [part(stop, end, 'ghost')] : []),
  ];
}

function extentOf(row: StageRow | EngagementRow, { xOf }: TimelineLayout): Extent {
  const start = xOf(row.start);
  if (row.end === row.start) return { start: start - 6, stop: start - 6, end: start + 6 };
  const end = Math.max(xOf(row.end), start + 2);
  if (row.stoppedAt === undefined) return { start, stop: end, end };
  return { start, stop: Math.max(start, xOf(row.stoppedAt)), end };
}

/** Text goes a little beyond the axis, into the margin. */
const overhang = 30;

function textBeside(
  text: string,
  extent: Extent,
  { y, head }: PlacedRow,
  layout: TimelineLayout,
  style: string,
): Svg {
  const fontSize = style.includes('small') ? size.small : size.label;
  const room = { left: layout.left, right: layout.right + overhang };
  const weight = style.includes('strong') ? bold : 1;
  const placed = beside(text, extent, room, fontSize * weight);
  const classes = [style, placed.isEnd ? 'end' : '', placed.isInside ? '' : 'halo'];
  const written = classes.filter((it) => it !== '').join(' ');
  const attributes = {
    ...(written === '' ? {} : { class: written }),
    x: placed.x,
    y: y + head / 2 + 4,
  };
  return svg('text', attributes, placed.text);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
