/** The picture of who pages whom: plans, schedules, rotations and people from left to right. */
import type { Model } from '@oncall/language';
import {
  columnHead,
  type GraphLayout,
  graphLayout,
  nodeHead,
  type PlacedEdge,
  type PlacedNode,
  stageHeight,
} from './graph-layout.ts';
import { type GraphEdge, type GraphStory, type GraphSubject, graphStory } from './graph-story.ts';
import { bold, widthOf } from './measure.ts';
import {
  framed,
  from,
  type LegendItem,
  label,
  type PictureOptions,
  pictureText,
  pictureWidth,
  size,
  space,
  titled,
} from './picture.ts';
import { group, type Svg, svg } from './svg.ts';

export interface GraphOptions extends PictureOptions {
  /** Shows only what leads to this and what it leads to; all where not given. */
  readonly focus?: GraphSubject | undefined;
}

/** An SVG document, wider than asked for where the names need it. */
export function graphPicture(model: Model, options: GraphOptions): string {
  const { focus } = options;
  const width = pictureWidth(options);
  const story = graphStory(model, focus);
  const layout = graphLayout(story, width - 2 * space.outer);
  const picture = framed(
    {
      title: focus === undefined ? 'Who pages whom' : `@${focus.name}: who pages whom`,
      subtitle: countsText(story),
      description: graphSentences(story),
      width: Math.max(width, layout.width + 2 * space.outer),
      height: layout.height,
      legend: legendOf(story),
      content: [
        ...headsOf(layout),
        ...layout.edges.map((placed) => edgeOf(placed, options)),
        ...layout.nodes.map((placed) => nodeOf(placed, options)),
      ],
    },
    options,
  );
  return pictureText(picture);
}

/** What the picture shows, for those who do not see it. */
export function graphSentences({ nodes, edges }: GraphStory): string {
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
  const outOf = new Map<string, GraphEdge[]>();
  for (const edge of edges) outOf.set(edge.from, [...(outOf.get(edge.from) ?? []), edge]);
  const sentences = nodes.flatMap(({ id, kind, name, stages }) => {
    const own = outOf.get(id);
    if (own === undefined) return [];
    const names = (found: typeof own) => found.map(({ to }) => nameOf.get(to)).join(', ');
    if (kind !== 'plan') return [`${kind} ${name}: ${names(own)}.`];
    // Of a stage that leads elsewhere, a picture of a part says nothing.
    const ofStages = stages.flatMap(({ waits }, stage) => {
      const targets = own.filter((edge) => edge.stage === stage);
      if (targets.length === 0) return waits ? [`stage ${stage + 1} waits`] : [];
      return [`stage ${stage + 1} ${names(targets)}`];
    });
    return [`plan ${name}: ${ofStages.join('; ')}.`];
  });
  return sentences.length === 0 ? 'Nothing pages anyone.' : sentences.join(' ');
}

const layerNames = [
  ['plan', 'plans'],
  ['schedule', 'schedules'],
  ['rotation', 'rotations'],
  ['person', 'people'],
] as const;

function countsText({ nodes }: GraphStory): string {
  const counts = layerNames.flatMap(([one, many], layer) => {
    const count = nodes.filter((node) => node.layer === layer).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return counts.join(', ');
}

function headsOf({ columns }: GraphLayout): readonly Svg[] {
  return columns.map(({ layer, x }) =>
    svg(
      'text',
      { class: 'small quiet', x: x + 1, y: columnHead - 12 },
      layerNames[layer]?.[1] ?? '',
    ),
  );
}

function nodeOf(placed: PlacedNode, options: PictureOptions): Svg {
  const { node, x, y, width, height } = placed;
  const { kind, name, caption, displayName, isFocus, isReached } = node;
  const inset = space.inner + 2;
  const called = displayName === undefined || displayName === name ? '' : `, ${displayName}`;
  const isBelow = kind === 'rotation';
  const besides = isBelow || caption === '' ? 0 : widthOf(caption, size.small) + space.inner;
  const room = width - 2 * inset;
  const state = `${isReached ? '' : ' unreached'}`;
  return group({ class: `node${state}`, ...from(node.origin, options) }, [
    titled(`${kind} ${name}${called}${isReached ? '' : ': nothing leads here'}`),
    svg('rect', { class: `card${isFocus ? ' focus' : ''}`, x, y, width, height, rx: 5 }),
    svg('rect', { class: `kind kind-${kind}`, x, y: y + 4, width: 3, height: height - 8, rx: 1.5 }),
    label(
      name,
      {
        ...(kind === 'plan' ? { class: 'strong' } : {}),
        x: x + inset,
        y: y + (kind === 'plan' ? 17 : 16),
      },
      size.label * (kind === 'plan' ? bold : 1),
      room - besides,
    ),
    isBelow
      ? label(caption, { class: 'small quiet', x: x + inset, y: y + 30 }, size.small, room)
      : label(
          caption,
          { class: 'small quiet end', x: x + width - inset, y: y + 16 },
          size.small,
          room,
        ),
    ...stagesOf(placed, options),
  ]);
}

function stagesOf({ node, x, y, width }: PlacedNode, options: PictureOptions): readonly Svg[] {
  return node.stages.map(({ text, minutes, origin }, index) => {
    const top = y + nodeHead + index * stageHeight;
    const inset = space.inner + 2;
    return group(from(origin, options), [
      titled(`stage ${index + 1}, ${minutes}`),
      svg('line', { class: 'grid', x1: x + 3, x2: x + width, y1: top, y2: top }),
      svg('rect', { class: 'hidden', x, y: top, width, height: stageHeight }),
      svg('text', { class: 'small', x: x + inset, y: top + 14 }, text),
      svg('text', { class: 'small quiet end', x: x + width - inset, y: top + 14 }, minutes),
    ]);
  });
}

function edgeOf({ edge, points }: PlacedEdge, options: PictureOptions): Svg {
  const [first, ...rest] = points;
  let x = first?.x ?? 0;
  let y = first?.y ?? 0;
  let d = `M${round(x)} ${round(y)}`;
  for (const to of rest) {
    const half = (x + to.x) / 2;
    // Across a column it is level, and elsewhere a curve that leaves and arrives so.
    d +=
      to.y === y
        ? `H${round(to.x)}`
        : `C${round(half)} ${round(y)} ${round(half)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
    x = to.x;
    y = to.y;
  }
  const style = edge.essential === undefined ? '' : edge.essential ? ' essential-edge' : ' loose';
  const how = edge.essential === true ? ', essential' : '';
  const [source, target] = [edge.from, edge.to].map((id) => id.replace('/', ' '));
  const stage = edge.stage === undefined ? '' : `, stage ${edge.stage + 1}`;
  return svg(
    'path',
    { class: `edge${style}`, d, ...from(edge.origin, options) },
    titled(`${source}${stage} to ${target}${how}`),
  );
}

function legendOf({ edges, nodes }: GraphStory): readonly LegendItem[] {
  const line = (style: string) => svg('path', { class: `edge${style}`, d: 'M-9 0H9' });
  const items: readonly (LegendItem & { readonly isThere: boolean })[] = [
    {
      isThere: edges.some(({ essential }) => essential === true),
      sign: line(' essential-edge'),
      text: 'notifies, essential: an answer stops the plan',
    },
    {
      isThere: edges.some(({ essential }) => essential === false),
      sign: line(' loose'),
      text: 'notifies',
    },
    {
      isThere: edges.some(({ essential }) => essential === undefined),
      sign: line(''),
      text: 'takes turns, or stands in',
    },
    {
      isThere: nodes.some(({ isReached }) => !isReached),
      sign: svg('rect', { class: 'card unreached', x: -8, y: -5, width: 16, height: 10, rx: 3 }),
      text: 'nothing leads here',
    },
  ];
  return items.filter(({ isThere }) => isThere);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
