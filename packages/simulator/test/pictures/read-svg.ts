/** Reads a picture with a strict parser of XML, which refuses what is not well-formed. */
import { SaxesParser } from 'saxes';
import { bold, widthOf } from '../../src/pictures/measure.ts';
import { size } from '../../src/pictures/picture.ts';

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** Of itself alone. */
  readonly text: string;
  readonly parent: Node | undefined;
}

interface OpenNode extends Node {
  text: string;
  readonly children: Node[];
}

export function readSvg(markup: string): Node {
  const parser = new SaxesParser();
  const open: OpenNode[] = [];
  let root: Node | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    const node: OpenNode = { name, attributes: { ...attributes }, children: [], text: '', parent };
    parent?.children.push(node);
    root ??= node;
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(markup).close();
  if (root === undefined) throw new Error('no root');
  return root;
}

/** All below a node, itself included, in the order of the text. */
export function all(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap(all)];
}

/** Those with a class. */
export function ofClass(node: Node, name: string): readonly Node[] {
  return all(node).filter((it) => classesOf(it).includes(name));
}

export function titleOf(node: Node): string {
  return node.children.find(({ name }) => name === 'title')?.text ?? '';
}

export function numberOf(node: Node, name: string): number {
  return Number(node.attributes[name]);
}

export interface Label {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
}

/** Every text with where it stands, moves of groups reckoned in. */
export function labels(root: Node): readonly Label[] {
  return all(root)
    .filter(({ name }) => name === 'text')
    .map((node) => {
      const classes = classesOf(node);
      const fontSize = classes.includes('title')
        ? size.title
        : classes.includes('small')
          ? size.small
          : classes.includes('head')
            ? size.head
            : size.label;
      const isBold = ['title', 'head', 'strong', 'bad'].some((it) => classes.includes(it));
      const width = widthOf(node.text, fontSize * (isBold ? bold : 1));
      const [dx, dy] = movedBy(node);
      const x = numberOf(node, 'x') + dx;
      const left = classes.includes('end')
        ? x - width
        : classes.includes('middle')
          ? x - width / 2
          : x;
      return { text: node.text, left, right: left + width, y: numberOf(node, 'y') + dy };
    });
}

/** Pairs of texts on one line that run into each other. */
export function collisions(root: Node): readonly string[] {
  const found = labels(root).toSorted((a, b) => a.y - b.y || a.left - b.left);
  return found.flatMap((label, index) =>
    found
      .slice(index + 1)
      .filter(
        (it) => Math.abs(it.y - label.y) < 8 && it.left < label.right && it.right > label.left,
      )
      .map((it) => `${label.text} | ${it.text}`),
  );
}

function classesOf({ attributes }: Node): readonly string[] {
  return (attributes['class'] ?? '').split(' ');
}

function movedBy({ parent }: Node): readonly [number, number] {
  if (parent === undefined) return [0, 0];
  const [x, y] = movedBy(parent);
  const own = /^translate\(([-\d.]+) ([-\d.]+)\)$/.exec(parent.attributes['transform'] ?? '');
  return own === null ? [x, y] : [x + Number(own[1]), y + Number(own[2])];
}
