/**
 * What may stand at a place in the text, whatever is broken around it: the parser tells which
 * tokens, and this what they mean there.
 */
import { type Analysis, stateOf } from '../analysis.ts';
import { type Code, catalogue, codes } from '../diagnostics/catalogue.ts';
import { onceBy } from '../semantics/declare/headings.ts';
import { referable } from '../semantics/resolve/referable.ts';
import type { PersonKind } from '../semantics/resolve/scope.ts';
import type * as ast from '../syntax/ast.ts';
import { type Expectation, expectationsAfter } from '../syntax/expectations.ts';
import { type ScannedPiece, scan } from '../syntax/scanner.ts';
import { lowerBound } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import type { ChannelType } from '../values/channel-type.ts';
import { wordAt } from './word-at.ts';

export interface Expected {
  /** What it would replace: the word around the offset, or what its string holds; may be empty. */
  readonly span: Span;
  readonly inside: 'text' | 'string' | 'comment';
  /** Whether it is in a string whose closing quote lacks. */
  readonly open: boolean;
  readonly things: readonly ExpectedThing[];
}

export type ExpectedThing =
  /** A word that begins a declaration, or an item in one of a kind. */
  | { readonly kind: 'declaration'; readonly word: string }
  | { readonly kind: 'item'; readonly word: string; readonly in: DeclarationKind }
  /** Any other word of the language. */
  | { readonly kind: 'word'; readonly word: string; readonly in: DeclarationKind }
  /** `@name`; `named` are those that stand beside it. */
  | {
      readonly kind: 'person';
      readonly kinds: readonly PersonKind[];
      readonly of: NodeKind;
      readonly named: ReadonlySet<string>;
    }
  | { readonly kind: 'rotation'; readonly named: ReadonlySet<string> }
  /** Of the contact around it; `undefined` in a template, which may name those of any. */
  | {
      readonly kind: 'channel';
      readonly channels: readonly ExpectedChannel[] | undefined;
      readonly named: ReadonlySet<string>;
    }
  | { readonly kind: 'template'; readonly named: ReadonlySet<string> }
  /** Of a warning or an information, to set or to silence; those that the project has first. */
  | {
      readonly kind: 'code';
      readonly codes: readonly Code[];
      readonly named: ReadonlySet<string>;
    }
  /** The word that makes a comment silence one. */
  | { readonly kind: 'ignore' }
  | { readonly kind: 'tag-key'; readonly named: ReadonlySet<string> }
  | { readonly kind: 'tag-value'; readonly key: string }
  | { readonly kind: 'zone' }
  | { readonly kind: 'variable'; readonly of: NodeKind }
  | { readonly kind: 'day' }
  | {
      readonly kind: 'duration' | 'time' | 'date-time' | 'integer';
      readonly of: NodeKind;
    };

export type DeclarationKind = ast.Declaration['kind'];

export type NodeKind = (ast.Declaration | ast.Item)['kind'];

export interface ExpectedChannel {
  readonly name: string;
  readonly label: string | undefined;
  readonly type: ChannelType | undefined;
}

/** Takes the path of a file of the analysis, and an offset in its text. */
export function expectedAt(analysis: Analysis, path: string, offset: number): Expected {
  const found = stateOf(analysis).files.get(path);
  const text = found?.file.text ?? '';
  const { kind, span, start, first, open } = wordAt(text, offset);
  if (kind === 'comment') return inComment(analysis, text, span, offset);
  const inside = kind === 'string' ? kind : 'text';
  if (found === undefined) return { span, inside, open, things: [] };

  // From the piece before on: its block may be open, and the word may part what belongs to it.
  const at = Math.max(0, lowerBound(found.starts, start + 1, (each) => each) - 1);
  const from = found.starts[Math.max(0, at - 1)] ?? 0;
  const before = lastPiece(text.slice(from, start), from === 0);
  const trees = found.pieces.slice(Math.max(0, at - 1), at + 1).flatMap((piece, index) => {
    const pieceStart = found.starts[Math.max(0, at - 1) + index] as number;
    return piece.declarations.map((declaration) => ({ declaration, pieceStart }));
  });
  const place: Place = { analysis, start: span.start, from: from + before.start, trees };

  const things = expectationsAfter(before)
    .filter(({ token }) => inside === 'text' || token.kind === 'string')
    .flatMap((expectation) => thingsOf(expectation, place));
  const unclosed = found.pieces[at]?.findings.some(({ code }) => code === 'unclosed-block');
  const isAlone = /^[ \t]*(?:[\r\n#]|$)/.test(text.slice(span.end));
  if (first && isAlone && unclosed && !things.some((each) => each.kind === 'declaration')) {
    things.push(...declarationsAnywhere());
  }
  return { span, inside, open, things };
}

/** What begins a declaration begins one at each line's start, whatever block is open. */
function declarationsAnywhere(): readonly ExpectedThing[] {
  return expectationsAfter(lastPiece('', true)).flatMap(({ token }) =>
    token.kind === 'word' ? [{ kind: 'declaration', word: token.word }] : [],
  );
}

function inComment(analysis: Analysis, text: string, comment: Span, offset: number): Expected {
  const before = text.slice(comment.start, offset);
  const behind = (pattern: RegExp): number =>
    offset + (pattern.exec(text.slice(offset, comment.end))?.[0].length ?? 0);
  const code = /^#[ \t]*oncall-ignore[ \t]+([\w-]*)$/.exec(before)?.[1];
  const word = /^#[ \t]*([\w-]*)$/.exec(before)?.[1];
  const rest = { inside: 'comment', open: false } as const;
  if (code !== undefined) {
    const span = { start: offset - code.length, end: behind(/^[\w-]*/) };
    return { ...rest, span, things: [{ kind: 'code', codes: quietable(analysis), named: none }] };
  }
  const span = { start: offset - (word?.length ?? 0), end: offset };
  return { ...rest, span, things: word === undefined ? [] : [{ kind: 'ignore' }] };
}

const none: ReadonlySet<string> = new Set();

/** Told of the very comment that is being written. */
const ofComments: readonly Code[] = ['unknown-code', 'unused-ignore', 'ignore-without-reason'];

/** Codes that may be silenced: those that the project has, and then the others. */
function quietable({ diagnostics }: Analysis): readonly Code[] {
  const found = new Set<Code>(diagnostics.map(({ code }) => code));
  for (const code of ofComments) found.delete(code);
  for (const code of codes) found.add(code);
  return [...found].filter((code) => catalogue[code].severity !== 'error');
}

function lastPiece(text: string, ofFile: boolean): ScannedPiece {
  let last: ScannedPiece | undefined;
  const take = (piece: ScannedPiece): void => {
    last = piece;
  };
  scan(text, take, ofFile);
  return last as unknown as ScannedPiece;
}

interface Place {
  readonly analysis: Analysis;
  /** Of what is to be replaced, in the file. */
  readonly start: number;
  /** Where the words that were read start. */
  readonly from: number;
  /** The declarations about, as the whole text has them. */
  readonly trees: readonly { readonly declaration: ast.Declaration; readonly pieceStart: number }[];
}

type Node = ast.Declaration | ast.Item;

function thingsOf({ token, path }: Expectation, place: Place): readonly ExpectedThing[] {
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
    default:
      return [];
  }
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
