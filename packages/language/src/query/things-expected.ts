/** From tokens that may stand at a place to what they mean there. */
import { type Analysis, stateOf } from '../analysis.ts';
import { onceBy } from '../semantics/declare/headings.ts';
import { referable } from '../semantics/resolve/referable.ts';
import type { NameSet } from '../semantics/resolve/scope.ts';
import type * as ast from '../syntax/ast.ts';
import type { Expectation } from '../syntax/expectations.ts';
import type { ExpectedChannel, ExpectedThing } from './expected-thing.ts';
import { occurrencesIn } from './occurrences.ts';
import { allPieces } from './pieces.ts';
import { quietable } from './quietable.ts';

export interface Place {
  readonly analysis: Analysis;
  /** Of what is to be replaced, in the file. */
  readonly start: number;
  /** Where the words that were read start. */
  readonly from: number;
  /** The declarations about, as the whole text has them. */
  readonly trees: readonly { readonly declaration: ast.Declaration; readonly pieceStart: number }[];
}

type Node = ast.Declaration | ast.Item;

/** What a token means where it is expected; nothing where it would be wrong. */
export function thingsOf({ token, path }: Expectation, place: Place): readonly ExpectedThing[] {
  const nodes = asWritten(path, place);
  const node = nodes.at(-1);
  if (node === undefined) {
    return token.kind === 'word' ? [{ kind: 'declaration', word: token.word }] : [];
  }
  const of = node.value.kind;
  const declared = (path[0] as ast.Declaration).kind;
  switch (token.kind) {
    case 'word':
      if (token.starts && !isFree(token.word, node, place)) return [];
      return [{ kind: token.starts ? 'item' : 'word', word: token.word, in: declared }];
    case 'ref':
      return referenceTo(nodes, place);
    case 'name':
      return nameOf(nodes, place);
    case 'string':
      // As far as it is read: a tag's key is one only before its value.
      return textOf(path.at(-1) as Node);
    case 'variable':
      return [{ kind: 'variable', of }];
    case 'day':
      return [{ kind: 'day' }];
    case 'open':
    case 'close':
    case 'range':
      return [];
    default:
      return [{ kind: token.kind, of }];
  }
}

/** A node, and where its piece starts in the file. */
interface Placed {
  readonly value: Node;
  readonly pieceStart: number;
}

/** The nodes as the whole text has them, which know what stands behind; else those that were read. */
function asWritten(path: readonly Node[], { from, trees }: Place): readonly Placed[] {
  const read = path.map((value) => ({ value, pieceStart: from }));
  const found: Placed[] = [];
  let among: readonly Placed[] = trees.map(({ declaration, pieceStart }) => ({
    value: declaration,
    pieceStart,
  }));
  for (const { kind, start } of path) {
    const same = among.find(
      ({ value, pieceStart }) => value.kind === kind && pieceStart + value.start === from + start,
    );
    if (same === undefined) return read;
    found.push(same);
    among = itemsOf(same);
  }
  return found;
}

function itemsOf({ value, pieceStart }: Placed): readonly Placed[] {
  if (!('items' in value) || value.kind === 'override') return [];
  return value.items.map((item) => ({ value: item, pieceStart }));
}

/** Whether an item of that word may stand in a block; the one under the cursor does not count. */
function isFree(word: string, block: Placed, place: Place): boolean {
  const once = onceBy({ kind: word });
  return (
    once === undefined ||
    itemsOf(block).every(
      ({ value, pieceStart }) => pieceStart + value.start === place.start || onceBy(value) !== once,
    )
  );
}

function referenceTo(nodes: readonly Placed[], place: Place): readonly ExpectedThing[] {
  const { value: node, pieceStart } = nodes.at(-1) as Placed;
  const others = (spans: readonly (ast.Name | ast.Ref | undefined)[]): ReadonlySet<string> =>
    namesBut(spans, place.start - pieceStart);
  switch (node.kind) {
    case 'notify': {
      const block = nodes.at(-2)?.value;
      if (nodes[0]?.value.kind !== 'plan' || block?.kind !== 'stage') return [];
      const named = others(block.items.map(({ target }) => target));
      return [{ kind: 'person', kinds: referable.notify, of: node.kind, named }];
    }
    case 'members':
      return [
        { kind: 'person', kinds: referable.members, of: node.kind, named: others(node.refs) },
      ];
    case 'override':
      return [
        { kind: 'person', kinds: referable.override, of: node.kind, named: others(node.items) },
      ];
    case 'page':
    case 'ack':
    case 'expect':
      return [{ kind: 'person', kinds: referable[node.kind], of: node.kind, named: none }];
    case 'rotation-reference': {
      const block = nodes.at(-2)?.value;
      const items = block?.kind === 'schedule' ? block.items : [];
      const refs = items.map((item) => ('ref' in item ? item.ref : undefined));
      return [{ kind: 'rotation', named: others(refs) }];
    }
    default:
      return [];
  }
}

function nameOf(nodes: readonly Placed[], place: Place): readonly ExpectedThing[] {
  const { value: node, pieceStart } = nodes.at(-1) as Placed;
  const around = nodes.at(-2)?.value;
  const others = (spans: readonly (ast.Name | ast.Ref | undefined)[]): ReadonlySet<string> =>
    namesBut(spans, place.start - pieceStart);
  switch (node.kind) {
    case 'notify': {
      const owner = nodes[0]?.value;
      const stage = around?.kind === 'stage' ? around.items : [];
      const named = others(stage.map(({ target }) => target));
      if (owner?.kind === 'template') return [{ kind: 'channel', channels: undefined, named }];
      return owner?.kind === 'contact'
        ? [{ kind: 'channel', channels: channelsOf(owner), named }]
        : [];
    }
    case 'use': {
      const items = around?.kind === 'contact' ? around.items : [];
      const used = items.map((item) => (item.kind === 'use' ? item.name : undefined));
      return [{ kind: 'template', named: others(used) }];
    }
    case 'lint': {
      const items = around?.kind === 'project' ? around.items : [];
      const set = items.map((item) => (item.kind === 'lint' ? item.code : undefined));
      return [{ kind: 'code', codes: quietable(place.analysis), named: others(set) }];
    }
    case 'tag': {
      const items = around !== undefined && 'items' in around ? around.items : [];
      const keys = (items as readonly ast.Item[]).map((item) =>
        item.kind === 'tag' && item.key !== undefined && !('kind' in item.key)
          ? item.key
          : undefined,
      );
      return [{ kind: 'tag-key', named: others(keys) }];
    }
    case 'contact':
    case 'extern':
      return missing(place.analysis, 'person');
    case 'rotation':
    case 'template':
      return missing(place.analysis, node.kind);
    default:
      return [];
  }
}

/** What is referred to and not declared; while one has no name, nothing is said to dangle. */
function missing(analysis: Analysis, set: NameSet): readonly ExpectedThing[] {
  const { people, rotations, templates } = stateOf(analysis).scope;
  const names = set === 'person' ? people : set === 'rotation' ? rotations : templates;
  const found = new Set<string>();
  for (const { piece } of allPieces(analysis)) {
    for (const { key, gives } of occurrencesIn(piece)) {
      if (gives || !key.startsWith(`${set} `)) continue;
      const name = key.slice(set.length + 1);
      if (!names.has(name)) found.add(name);
    }
  }
  return found.size === 0 ? [] : [{ kind: 'new-name', names: [...found] }];
}

function channelsOf({ items }: ast.ContactDeclaration): readonly ExpectedChannel[] {
  return items.flatMap((item) =>
    item.kind === 'channel' && item.name !== undefined
      ? [{ name: item.name.text, label: item.label?.value, type: item.type }]
      : [],
  );
}

function textOf(node: Node): readonly ExpectedThing[] {
  if (node.kind === 'zone' || node.kind === 'page') return [{ kind: 'zone' }];
  if (node.kind !== 'tag' || node.key === undefined) return [];
  const key = 'kind' in node.key ? node.key.value : node.key.text;
  return [{ kind: 'tag-value', key }];
}

/** The names but for the one that starts where something is to be replaced. */
function namesBut(
  spans: readonly (ast.Name | ast.Ref | undefined)[],
  start: number,
): ReadonlySet<string> {
  return new Set(
    spans.flatMap((each) => (each === undefined || each.start === start ? [] : each.text)),
  );
}

const none: ReadonlySet<string> = new Set();
