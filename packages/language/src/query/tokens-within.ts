/** Every word and comment of a stretch of text, with what it is, for colours. */
import { type Analysis, stateOf } from '../analysis.ts';
import type { Scope } from '../semantics/resolve/scope.ts';
import type * as ast from '../syntax/ast.ts';
import { scan, type Token } from '../syntax/scanner.ts';
import {
  ClockToken,
  CloseToken,
  DigitsToken,
  OpenToken,
  RangeToken,
  RefToken,
  StringToken,
  VariableToken,
  WordToken,
} from '../syntax/tokens.ts';
import type { Span } from '../text/span.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { type PieceAt, piecesTouching } from './pieces.ts';

export interface TokenWithin extends Span {
  readonly role: TokenRole;
  /** Whether it gives a name. */
  readonly gives: boolean;
}

export type TokenRole =
  | 'comment'
  | 'keyword'
  | 'string'
  | 'number'
  | 'day'
  | 'variable'
  | 'code'
  | 'tag-key'
  | 'channel'
  | 'unknown'
  | Exclude<ast.Declaration['kind'], 'test'>;

/** In order, offsets in the file. Signs and words that can't be read have no role and are left out. */
export function* tokensWithin(analysis: Analysis, path: string, span: Span): Iterable<TokenWithin> {
  const { scope } = stateOf(analysis);
  for (const at of piecesTouching(analysis, path, span)) {
    for (const { start, end, role, gives } of tokensOf(at)) {
      const token = { start: at.start + start, end: at.start + end };
      if (token.end <= span.start) continue;
      if (token.start >= span.end) return;
      yield { ...token, gives, role: typeof role === 'string' ? role : roleOf(role, scope) };
    }
  }
}

/** A token of a piece; what its name stands for others may change. */
interface PieceToken extends Span {
  readonly role: TokenRole | { readonly set: 'person' | 'rotation' | 'template'; name: string };
  readonly gives: boolean;
}

function roleOf({ set, name }: { readonly set: string; readonly name: string }, scope: Scope) {
  if (set === 'rotation') return scope.rotations.has(name) ? 'rotation' : 'unknown';
  if (set === 'template') return scope.templates.has(name) ? 'template' : 'unknown';
  return scope.people.get(name)?.declaration.kind ?? 'unknown';
}

const known = new WeakMap<PieceAt['piece'], readonly PieceToken[]>();

function tokensOf({ piece, start }: PieceAt): readonly PieceToken[] {
  let tokens = known.get(piece);
  if (tokens === undefined) {
    const leaves = new Map<number, Leaf>();
    for (const declaration of piece.declarations) {
      for (const leaf of leavesOf(declaration)) leaves.set(leaf.start, leaf);
    }
    const found: PieceToken[] = piece.comments.map((it) => {
      return { start: it.start, end: it.end, role: 'comment', gives: false };
    });
    const take = (token: Token, offset: number): void => {
      const from = offset + token.startOffset;
      const leaf = leaves.get(from);
      const role = leaf === undefined ? ofWord(token) : ofLeaf(leaf);
      if (role === undefined) return;
      const gives = leaf?.value.kind === 'name';
      found.push({ start: from, end: offset + token.endOffset + 1, role, gives });
    };
    scan(
      piece.text,
      (scanned) => {
        for (const token of scanned.tokens) take(token, scanned.start);
      },
      start === 0,
    );
    tokens = found.sort((a, b) => a.start - b.start);
    known.set(piece, tokens);
  }
  return tokens;
}

function ofWord({ tokenType }: Token): TokenRole | undefined {
  switch (tokenType) {
    case OpenToken:
    case CloseToken:
    case RangeToken:
    case WordToken:
      return undefined;
    case StringToken:
      return 'string';
    case DigitsToken:
    case ClockToken:
      return 'number';
    case VariableToken:
      return 'variable';
    case RefToken:
      return 'unknown';
    default:
      return 'keyword';
  }
}

function ofLeaf({ value, node, declaration }: Leaf): PieceToken['role'] | undefined {
  switch (value.kind) {
    case 'name':
      if (node.kind === 'channel') return 'channel';
      return declaration.kind === 'test' ? undefined : declaration.kind;
    case 'person':
    case 'rotation':
    case 'template':
      return { set: value.kind, name: value.name };
    case 'channel':
    case 'code':
    case 'tag-key':
    case 'variable':
    case 'day':
      return value.kind;
    case 'string':
    case 'label':
    case 'zone':
    case 'address':
      return 'string';
    default:
      return 'number';
  }
}
