/** The picture of a page: who is engaged when, by what, and what an answer stops. */
import { formatMinutes, type Model } from '@oncall/language';
import { clockText, dayText, lengthText, timeText } from '../clock-text.ts';
import type { Page } from '../timeline.ts';
import {
  framed,
  type LegendItem,
  type PictureOptions,
  pictureText,
  pictureWidth,
  space,
} from './picture.ts';
import { group, type Svg, svg } from './svg.ts';
import { axisHeight, timelineLayout } from './timeline-layout.ts';
import { answerLines, answerSign, type Drawing, drawnRow } from './timeline-rows.ts';
import { type TimelineStory, timelineStory } from './timeline-story.ts';

export interface TimelineOptions extends PictureOptions {
  /** IANA name of the zone whose clocks the axis shows. */
  readonly zone: string;
}

/** An SVG document. The minutes run from the page on; below them are the clocks of the zone. */
export function timelinePicture(model: Model, page: Page, options: TimelineOptions): string {
  const { zone } = options;
  const width = pictureWidth(options);
  const story = timelineStory(model, page);
  const layout = timelineLayout(story, width - 2 * space.outer);
  const drawing: Drawing = { layout, options };
  const picture = framed(
    {
      title: `@${page.target.name} is paged`,
      subtitle: `${clockText(zone, page.at)} ${zone}`,
      description: timelineSentences(story),
      width,
      height: layout.height,
      legend: legendOf(story),
      content: [
        ...axis(drawing, page.at, zone),
        ...answerLines(layout),
        ...layout.rows.map((placed) => drawnRow(placed, drawing)),
      ],
    },
    options,
  );
  return pictureText(picture);
}

/** What the picture shows, for those who do not see it. */
export function timelineSentences({ events }: TimelineStory): string {
  if (events.length === 0) return 'Nothing happens.';
  const told = events.filter(({ kind }) => kind !== 'retry');
  return told
    .map(({ offsetMinutes, kind, contact, reason }) => {
      const who = kind === 'engage' ? `${contact} is engaged: ` : '';
      return `After ${lengthText(Math.round(offsetMinutes * 60))}, ${who}${reason}.`;
    })
    .join(' ');
}

function axis({ layout }: Drawing, pagedAt: number, zone: string): readonly Svg[] {
  const { ticks, height } = layout;
  const days = new Set(ticks.map(({ minutes }) => dayText(zone, pagedAt + minutes * 60)));
  return ticks.map(({ x, minutes }) => {
    const at = pagedAt + minutes * 60;
    const offset = `${minutes === 0 ? '' : '+'}${formatMinutes(minutes)}`;
    const clock = `${days.size > 1 ? `${dayText(zone, at)} ` : ''}${timeText(zone, at)}`;
    return group({}, [
      svg('line', { class: 'grid', x1: x, x2: x, y1: axisHeight - 6, y2: height }),
      svg('text', { class: 'middle', x, y: 12 }, offset),
      svg('text', { class: 'small quiet middle', x, y: 26 }, clock),
    ]);
  });
}

/** Of the signs that are there. */
function legendOf({ rows }: TimelineStory): readonly LegendItem[] {
  const engagements = rows.filter((row) => row.kind === 'engagement');
  const tries = engagements.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.tries));
  const items: readonly (LegendItem & { readonly isThere: boolean })[] = [
    {
      isThere: tries.some(({ kind }) => kind === 'notify'),
      sign: svg('circle', { class: 'try', r: 5 }),
      text: 'a channel is tried',
    },
    {
      isThere: tries.some(({ kind }) => kind === 'retry'),
      sign: svg('circle', { class: 'retry', r: 4 }),
      text: 'again, if sending failed',
    },
    {
      isThere: engagements.some(({ essential, start, end }) => essential && end > start),
      sign: svg('rect', { class: 'essential', x: -1.5, y: -6, width: 3, height: 12, rx: 1.5 }),
      text: 'essential: an answer stops the plan',
    },
    {
      isThere: rows.some((row) => row.kind === 'answer'),
      sign: answerSign(0, 0, true),
      text: 'an answer',
    },
    {
      isThere: rows.some((row) => row.kind !== 'answer' && row.stoppedAt !== undefined),
      sign: svg('rect', { class: 'ghost', x: -8, y: -5, width: 16, height: 10, rx: 3 }),
      text: 'does not happen any more',
    },
  ];
  return [
    ...items.filter(({ isThere }) => isThere),
    { text: 'An estimate: AWS describes engagements in words only.' },
  ];
}
