/** Where the nodes of a graph stand: a column a layer, each node level with what it is joined to. */
import { graphOrder, type Segment } from './graph-order.ts';
import type { GraphEdge, GraphNode, GraphStory } from './graph-story.ts';
import { bold, widthOf } from './measure.ts';
import { size, space } from './picture.ts';

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly Column[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

interface Column {
  readonly layer: number;
  readonly x: number;
  readonly width: number;
}

export interface PlacedNode {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  /** From a node's right edge, level across each column between, to a node's left edge. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export const columnHead = 26;
export const nodeHead = 26;
export const stageHeight = 20;

/** Spreads over a width where that is more than it needs. */
export function graphLayout(story: GraphStory, leastWidth: number): GraphLayout {
  const columns = columnsOf(story.nodes, leastWidth);
  const boxes = boxesOf(story, columns);
  const segments = segmentsOf(story.edges, boxes);
  const layers = columns.map((_, at) => boxes.filter((it) => it.column === at).map(({ id }) => id));
  const centres = levels(graphOrder(layers, segments), segments, boxes);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const centreOf = (id: string) => centres.get(id) ?? 0;
  const nodes = story.nodes.map((node): PlacedNode => {
    const { column, height } = byId.get(node.id) as Box;
    const { x, width } = columns[column] as Column;
    return { node, x, width, height, y: centreOf(node.id) - height / 2 };
  });
  const byEdge = new Map<GraphEdge, [JoinedSegment, ...JoinedSegment[]]>();
  for (const segment of segments) {
    const found = byEdge.get(segment.edge);
    if (found === undefined) byEdge.set(segment.edge, [segment]);
    else found.push(segment);
  }
  const drawn = new Set<string>();
  const edges = story.edges.map((edge): PlacedEdge => {
    const [first, ...more] = byEdge.get(edge) as [JoinedSegment, ...JoinedSegment[]];
    const start = byId.get(first.from) as Box;
    const column = columns[start.column] as Column;
    const y = centreOf(start.id) + (first.port - 0.5) * start.height;
    const isShared = more.length > 0 && drawn.has(first.to);
    drawn.add(first.to);
    const points = [first, ...(isShared ? [] : more)].flatMap(({ to }) => {
      const box = byId.get(to) as Box;
      const { x, width } = columns[box.column] as Column;
      const end = { x, y: centreOf(to) };
      return box.node === undefined && !isShared ? [end, { x: x + width, y: end.y }] : [end];
    });
    return { edge, points: [{ x: column.x + column.width, y }, ...points] };
  });
  const last = columns.at(-1);
  const bottoms = boxes.map(({ id, height }) => centreOf(id) + height / 2);
  return {
    columns,
    nodes,
    edges,
    width: last === undefined ? 0 : last.x + last.width,
    height: Math.max(columnHead, ...bottoms),
  };
}

/** A node, or the place where an edge passes a column. */
interface Box {
  readonly id: string;
  readonly column: number;
  readonly height: number;
  readonly node: GraphNode | undefined;
}

interface JoinedSegment extends Segment {
  readonly edge: GraphEdge;
}

function columnsOf(nodes: readonly GraphNode[], leastWidth: number): readonly Column[] {
  const layers = [...new Set(nodes.map(({ layer }) => layer))].sort();
  const widths = layers.map((layer) => {
    const own = nodes.filter((node) => node.layer === layer).map(widthOfNode);
    return Math.ceil(Math.min(mostWidth, Math.max(leastNodeWidth, ...own)));
  });
  const taken = widths.reduce((sum, width) => sum + width, 0);
  const gaps = Math.max(1, layers.length - 1);
  const gap = Math.min(mostGap, Math.max(leastGap, (leastWidth - taken) / gaps));
  let x = 0;
  return layers.map((layer, at) => {
    const width = widths[at] as number;
    const column = { layer, x, width };
    x += width + gap;
    return column;
  });
}

const leastNodeWidth = 96;
const mostWidth = 230;
const leastGap = 64;
const mostGap = 150;

/** Rotations have what they do below their name, people what reaches them beside it. */
function widthOfNode({ kind, name, caption }: GraphNode): number {
  const weight = kind === 'plan' ? bold : 1;
  const own = widthOf(name, size.label * weight) + 2 * space.inner + 4;
  const besides = widthOf(caption, size.small);
  if (kind === 'rotation') return Math.max(own, besides + 2 * space.inner + 4);
  return own + (caption === '' ? 0 : besides + space.inner);
}

function heightOf({ kind, stages }: GraphNode): number {
  if (kind === 'plan') return nodeHead + stages.length * stageHeight + (stages.length > 0 ? 4 : 0);
  return kind === 'rotation' ? 38 : 24;
}

function boxesOf({ nodes, edges }: GraphStory, columns: readonly Column[]): readonly Box[] {
  const columnOf = (layer: number) => columns.findIndex((it) => it.layer === layer);
  const own = nodes.map((node) => {
    return { id: node.id, column: columnOf(node.layer), height: heightOf(node), node };
  });
  const byId = new Map(own.map((box) => [box.id, box.column]));
  const passing = new Map<string, Box>();
  for (const edge of edges) {
    const to = byId.get(edge.to) ?? 0;
    for (let column = (byId.get(edge.from) ?? 0) + 1; column < to; column += 1) {
      const id = passingId(edge, column);
      passing.set(id, { id, column, height: 4, node: undefined });
    }
  }
  return [...own, ...passing.values()];
}

/** Edges of one kind from one plan to one node share their way from the first column on. */
function passingId({ from, to, essential }: GraphEdge, column: number): string {
  return `${from} ${to} ${essential} ${column}`;
}

function segmentsOf(edges: readonly GraphEdge[], boxes: readonly Box[]): readonly JoinedSegment[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  return edges.flatMap((edge) => {
    const from = byId.get(edge.from) as Box;
    const to = byId.get(edge.to) as Box;
    const ids = [edge.from];
    for (let column = from.column + 1; column < to.column; column += 1) {
      ids.push(passingId(edge, column));
    }
    ids.push(edge.to);
    return ids.slice(1).map((id, at) => ({
      edge,
      from: ids[at] as string,
      to: id,
      port: at === 0 ? portOf(edge, from) : 0.5,
    }));
  });
}

function portOf({ stage }: GraphEdge, { height }: Box): number {
  return stage === undefined ? 0.5 : (nodeHead + (stage + 0.5) * stageHeight) / height;
}

/** Centres by id. In some rounds each layer in turn goes as near as it can to its neighbours. */
function levels(
  layers: readonly (readonly string[])[],
  segments: readonly Segment[],
  boxes: readonly Box[],
): ReadonlyMap<string, number> {
  const heights = new Map(boxes.map(({ id, height }) => [id, height]));
  const heightOfId = (id: string) => heights.get(id) ?? 0;
  const centres = new Map<string, number>();
  for (const layer of layers) {
    let y = 0;
    for (const id of layer) {
      centres.set(id, y + heightOfId(id) / 2);
      y += heightOfId(id) + nodeGap;
    }
  }
  const joined = new Map<string, { readonly id: string; readonly shift: number }[]>();
  const join = (id: string, other: string, shift: number) => {
    const found = joined.get(id);
    if (found === undefined) joined.set(id, [{ id: other, shift }]);
    else found.push({ id: other, shift });
  };
  for (const { from, to, port } of segments) {
    const shift = (port - 0.5) * heightOfId(from);
    join(from, to, -shift);
    join(to, from, shift);
  }
  for (let round = 0; round < 12; round += 1) {
    for (const layer of round % 2 === 0 ? layers : layers.toReversed()) {
      const wanted = layer.map((id) => {
        const ends = joined.get(id);
        if (ends === undefined) return centres.get(id) ?? 0;
        const sum = ends.reduce((all, end) => all + (centres.get(end.id) ?? 0) + end.shift, 0);
        return sum / ends.length;
      });
      const apart = layer.map((id, at) => {
        const next = layer[at + 1];
        return next === undefined ? 0 : (heightOfId(id) + heightOfId(next)) / 2 + nodeGap;
      });
      nearest(wanted, apart).forEach((centre, at) => {
        centres.set(layer[at] as string, centre);
      });
    }
  }
  const top = Math.min(...[...centres].map(([id, centre]) => centre - heightOfId(id) / 2));
  return new Map([...centres].map(([id, centre]) => [id, centre - top + columnHead]));
}

const nodeGap = 9;

/**
 * The values nearest to those wanted, by the sum of squares, of which each is at least so far below
 * the one before: neighbours that want to come too near are moved as one.
 */
function nearest(wanted: readonly number[], apart: readonly number[]): readonly number[] {
  const blocks: { sum: number; count: number }[] = [];
  let offset = 0;
  const offsets: number[] = [];
  for (const [at, value] of wanted.entries()) {
    offsets.push(offset);
    blocks.push({ sum: value - offset, count: 1 });
    offset += apart[at] ?? 0;
    for (let last = blocks.length - 1; last > 0; last -= 1) {
      const block = blocks[last] as { sum: number; count: number };
      const previous = blocks[last - 1] as { sum: number; count: number };
      if (previous.sum / previous.count <= block.sum / block.count) break;
      blocks.splice(last - 1, 2, {
        sum: previous.sum + block.sum,
        count: previous.count + block.count,
      });
    }
  }
  const values = blocks.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  return values.map((value, at) => value + (offsets[at] as number));
}
