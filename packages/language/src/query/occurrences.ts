/**
 * Where names are written in a piece: given, or referred to. Worked out once a piece, so that a
 * search through a project looks at lists of names and not at trees.
 */
import type * as ast from '../syntax/ast.ts';
import type { ParsedPiece } from '../syntax/parse.ts';
import { exact, mapDefined } from '../text/exact.ts';
import type { Span } from '../text/span.ts';
import { type Leaf, leavesOf } from './leaves.ts';

/**
 * What a name stands for, as text that is the same wherever it is written. People, rotations and
 * templates have a set of names each; channels have one in each contact, and in each template,
 * which notifies channels of those who use it.
 */
export type Key = string;

/** Its span is that of the name alone, without `@`. */
export interface Occurrence extends Span {
  readonly key: Key;
  /** Whether it gives the name, rather than refers to it. */
  readonly gives: boolean;
  /** What it stands in. */
  readonly declaration: ast.Declaration;
}

export function occurrencesIn(piece: ParsedPiece): readonly Occurrence[] {
  let known = found.get(piece);
  if (known === undefined) {
    known = exact(piece.declarations.flatMap((each) => mapDefined(leavesOf(each), occurrenceOf)));
    found.set(piece, known);
  }
  return known;
}

const found = new WeakMap<ParsedPiece, readonly Occurrence[]>();

type NameSet = 'project' | 'person' | 'rotation' | 'template';

/** A word in capitals is an error, and means what it would in lower case. */
export function keyOf(set: NameSet, name: string): Key {
  return `${set} ${name.toLowerCase()}`;
}

/** Of a channel, as a contact or a template knows it. */
export function channelKey(owner: 'contact' | 'template', of: string, channel: string): Key {
  return `channel ${channel.toLowerCase()} ${owner} ${of.toLowerCase()}`;
}

function occurrenceOf(leaf: Leaf): Occurrence | undefined {
  const { value, declaration, end } = leaf;
  if (!('name' in value)) return undefined;
  const key = keyOfLeaf(leaf, value);
  if (key === undefined) return undefined;
  return { key, start: end - value.name.length, end, gives: value.kind === 'name', declaration };
}

function keyOfLeaf(
  { node, declaration }: Leaf,
  { kind, name }: Extract<Leaf['value'], { readonly name: string }>,
): Key | undefined {
  switch (kind) {
    case 'name':
      if (node.kind === 'channel') return channelKeyIn(declaration, name);
      return declaration.kind === 'test' ? undefined : keyOf(setOf(declaration.kind), name);
    case 'channel':
      return channelKeyIn(declaration, name);
    case 'person':
    case 'rotation':
    case 'template':
      return keyOf(kind, name);
    default:
      return undefined;
  }
}

function channelKeyIn(declaration: ast.Declaration, channel: string): Key | undefined {
  const { kind } = declaration;
  if (kind !== 'contact' && kind !== 'template') return undefined;
  return channelKey(kind, declaration.name?.text ?? '', channel);
}

/** The set of names that a declaration gives one to. */
function setOf(kind: Exclude<ast.Declaration['kind'], 'test'>): NameSet {
  return kind === 'project' || kind === 'rotation' || kind === 'template' ? kind : 'person';
}
