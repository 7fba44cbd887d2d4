/** Draws the shifts of a calendar: a block a person, in rows where several are on call at once. */
import { lengthText, stretchText } from '../clock-text.ts';
import { type Placed, rowHeight, type Week } from './calendar-layout.ts';
import type { CalendarShift, CalendarStory } from './calendar-story.ts';
import { bold, fitted, widthOf } from './measure.ts';
import { from, type PictureOptions, size, titled } from './picture.ts';
import { group, nothing, type Svg, svg } from './svg.ts';

/** More on call at once are named together in the last row. */
export const mostRows = 4;

/** Where a shift is put. */
export interface Room {
  readonly week: Week;
  readonly y: number;
  readonly rows: number;
  /** Epoch seconds until which its row is free, so that a name may go beyond a short shift. */
  readonly until: number;
}

export function drawnShift(
  shift: CalendarShift,
  { week, y, rows, until }: Room,
  story: CalendarStory,
  zone: string,
  options: PictureOptions,
): Svg | undefined {
  const placed = week.place(shift);
  if (placed === undefined || placed.width <= 0) return undefined;
  const height = Math.min(rows, mostRows) * rowHeight;
  const free = week.place({ start: shift.start, end: until })?.width ?? placed.width;
  const isOverridden = shift.type === 'overridden';
  const people =
    shift.contacts.length === 0 ? [] : sharing(shift.contacts, Math.min(rows, mostRows));
  return group({ class: 'shift', ...from(shift.origin, options) }, [
    titled(sentence(shift, zone)),
    ...people.flatMap(({ text, first }, row) => [
      block(
        placed,
        { y: y + row * rowHeight + 1, height: rowHeight - 2 },
        `hue-${story.hueOf(first)}`,
      ),
      nameIn(placed, free, text, y + row * rowHeight, isOverridden ? 'strong' : ''),
    ]),
    ...(people.length === 0 ? [nameIn(placed, free, 'nobody', y, 'bad')] : []),
    isOverridden ? block(placed, { y: y - 1, height: height + 2 }, 'override') : undefined,
  ]);
}

/** A row each; where there are too few, the last is of all the others. */
function sharing(people: readonly string[], rows: number) {
  if (people.length <= rows) return people.map((name) => ({ text: name, first: name }));
  const own = people.slice(0, rows - 1).map((name) => ({ text: name, first: name }));
  const others = people.slice(rows - 1);
  return [...own, { text: others.join(', '), first: others[0] as string }];
}

/** Rounded where it begins and ends, straight where a week cuts it. */
function block(
  { x, width, isCutLeft, isCutRight }: Placed,
  { y, height }: { readonly y: number; readonly height: number },
  style: string,
): Svg {
  const left = x + (isCutLeft ? 0 : 1);
  const right = Math.max(left + 1.5, x + width - (isCutRight ? 0 : 1));
  const most = Math.min(3.5, (right - left) / 2);
  const [l, r] = [isCutLeft ? 0 : most, isCutRight ? 0 : most];
  const d = [
    `M${round(left + l)} ${y}H${round(right - r)}`,
    r === 0 ? '' : `a${round(r)} ${round(r)} 0 0 1 ${round(r)} ${round(r)}`,
    `V${round(y + height - r)}`,
    r === 0 ? '' : `a${round(r)} ${round(r)} 0 0 1 ${round(-r)} ${round(r)}`,
    `H${round(left + l)}`,
    l === 0 ? '' : `a${round(l)} ${round(l)} 0 0 1 ${round(-l)} ${round(-l)}`,
    `V${round(y + l)}`,
    l === 0 ? '' : `a${round(l)} ${round(l)} 0 0 1 ${round(l)} ${round(-l)}`,
    'z',
  ];
  return svg('path', { class: style, d: d.join('') });
}

/** In its own block where it fits there in one of two sizes; else beyond it, or cut. */
function nameIn({ x, width }: Placed, free: number, text: string, y: number, style: string): Svg {
  const inset = 5;
  const room = width - 2 * inset + 2;
  const weight = style === '' ? 1 : bold;
  const isSmall = widthOf(text, size.label * weight) > room;
  const fontSize = (isSmall ? size.small : size.label) * weight;
  const beyond = Math.max(room, free - 2 * inset);
  const shown = fitted(text, fontSize, widthOf(text, fontSize) <= beyond ? beyond : room);
  // A letter or two and an ellipsis would tell nobody anything.
  if ([...shown].length < 5 && shown !== text) return nothing;
  const classes = [style, isSmall ? 'small' : ''].filter((it) => it !== '').join(' ');
  const place = { x: x + inset, y: y + rowHeight / 2 + 4 };
  return svg('text', { ...(classes === '' ? {} : { class: classes }), ...place }, shown);
}

function sentence(shift: CalendarShift, zone: string): string {
  const { start, end, contacts, replaced, type } = shift;
  const who = contacts.length === 0 ? 'NOBODY' : contacts.join(', ');
  const instead = replaced.length === 0 ? '' : ` instead of ${replaced.join(', ')}`;
  const how = type === 'overridden' ? `, overridden${instead}` : '';
  return `${who} ${stretchText(zone, shift)}, ${lengthText(end - start)}${how}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
