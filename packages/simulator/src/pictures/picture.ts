/** What all pictures share: their frame, the scale of their texts, and the way back to the source. */
import type { Origin } from '@oncall/language';
import { bold, fitted, widthOf } from './measure.ts';
import { ownStyle } from './style.ts';
import {
  type Attributes,
  type Child,
  group,
  lineEnd,
  nothing,
  type Svg,
  styleText,
  svg,
} from './svg.ts';

export interface PictureOptions {
  /**
   * What a click on a part is to be told: goes into `data-source` of all that stands for something
   * written, unless `undefined`.
   */
  readonly source?: ((origin: Origin) => string | undefined) | undefined;
  /** `shared`: the page that holds the picture has the rules of `pictureStyle` itself. */
  readonly style?: 'own' | 'shared' | undefined;
  /** Pixels; 960 where not given, and 320 at least. */
  readonly width?: number | undefined;
}

/** Pixels of the fonts. */
export const size = { title: 16, head: 12.5, label: 12, small: 10.5 } as const;

/** Pixels between what belongs together, and around all. */
export const space = { small: 4, inner: 8, outer: 20 } as const;

export function pictureWidth({ width = 960 }: PictureOptions): number {
  return Math.max(320, width);
}

export interface Frame {
  readonly title: string;
  /** Under the title. */
  readonly subtitle: string;
  /** At the right of the title. */
  readonly status?: { readonly text: string; readonly isBad: boolean } | undefined;
  /** For those who do not see it; sentences. */
  readonly description: string;
  readonly width: number;
  /** Of what stands below the head. */
  readonly height: number;
  /** Under all. */
  readonly legend: readonly LegendItem[];
  /** What stands below the head; 0 is its upper edge, and the left edge of the margin. */
  readonly content: readonly Svg[];
}

export interface LegendItem {
  /** Drawn around 0, 0: up to 8 pixels to the left and right, 6 up and down. */
  readonly sign?: Svg;
  readonly text: string;
}

export function framed(frame: Frame, { style }: PictureOptions): Svg {
  const { title, subtitle, status, description, width, content } = frame;
  const legend = legendOf(frame.legend, width - 2 * space.outer);
  const top = space.outer + 44;
  const bottom = top + frame.height + space.inner * 2;
  const height = bottom + legend.height + space.outer - 6;
  const room = width - 2 * space.outer;
  const titleRoom = room - widthOf(status?.text ?? '', size.label * bold) - space.outer;
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'oncall-picture',
      role: 'img',
      width,
      height,
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height * 100) / 100}`,
    },
    lineEnd,
    svg('title', {}, title),
    lineEnd,
    svg('desc', {}, description),
    lineEnd,
    ...(style === 'shared' ? [] : [svg('style', {}, styleText(ownStyle())), lineEnd]),
    svg('rect', { class: 'paper', width, height, rx: 8 }),
    lineEnd,
    label(
      title,
      { class: 'title', x: space.outer, y: space.outer + 14 },
      size.title * bold,
      titleRoom,
    ),
    lineEnd,
    status === undefined
      ? nothing
      : svg(
          'text',
          {
            class: `${status.isBad ? 'bad' : 'fine strong'} end`,
            x: width - space.outer,
            y: space.outer + 14,
          },
          status.text,
        ),
    lineEnd,
    label(subtitle, { class: 'quiet', x: space.outer, y: space.outer + 33 }, size.label, room),
    lineEnd,
    group({ transform: `translate(${space.outer} ${top})` }, content),
    lineEnd,
    group({ class: 'legend', transform: `translate(${space.outer} ${bottom})` }, legend.items),
    lineEnd,
  );
}

/** A picture as a file, or as a part of a page. */
export function pictureText(picture: Svg): string {
  return `${picture.markup}\n`;
}

/** Text within some room, whole in its title where it is cut; nothing where none fits. */
export function label(text: string, attributes: Attributes, fontSize: number, room: number): Svg {
  const shown = fitted(text, fontSize, room);
  if (shown === '') return nothing;
  const children: readonly Child[] = shown === text ? [text] : [svg('title', {}, text), shown];
  return svg('text', attributes, ...children);
}

/** The attributes of what stands for something written. */
export function from(origin: Origin | undefined, { source }: PictureOptions): Attributes {
  const place = origin === undefined ? undefined : source?.(origin);
  return place === undefined ? {} : { 'data-source': place };
}

export function titled(text: string): Svg {
  return svg('title', {}, text);
}

/** Side by side, in as many lines as it takes. */
function legendOf(items: readonly LegendItem[], room: number) {
  const lineHeight = 18;
  let x = 0;
  let y = 0;
  const placed = items.map(({ sign, text }) => {
    const before = sign === undefined ? 0 : 22;
    const width = before + widthOf(text, size.small);
    if (x > 0 && x + width > room) {
      x = 0;
      y += lineHeight;
    }
    const transform = `translate(${Math.round(x)} ${y})`;
    x += width + 18;
    return svg(
      'g',
      { transform },
      sign === undefined ? nothing : svg('g', { transform: 'translate(9 0)' }, sign),
      svg('text', { class: 'small quiet', x: before, y: 4 }, fitted(text, size.small, room)),
    );
  });
  return { items: placed, height: y + lineHeight };
}
