/** What stands at a place in the text, as a whole: a name, a literal, a word of the language. */
import type { Analysis } from '../analysis.ts';
import { type Code, catalogue } from '../diagnostics/catalogue.ts';
import type * as ast from '../syntax/ast.ts';
import type { ParsedPiece } from '../syntax/parse.ts';
import type { Span } from '../text/span.ts';
import type { ClockTime } from '../values/clock-time.ts';
import type { ZonedDateTime } from '../values/date-time.ts';
import { isTimeZone } from '../values/zone.ts';
import type { DeclarationKind, NodeKind } from './expected-thing.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { meaningOf } from './meaning.ts';
import { type PieceAt, pieceAt, piecesTouching } from './pieces.ts';
import { wordAt } from './word-at.ts';

export interface ThingAt {
  /** In its file. */
  readonly span: Span;
  readonly thing: Thing;
}

export type Thing =
  /** The NAME of a declaration, given or referred to, and what it stands for here. */
  | { readonly kind: 'declared'; readonly set: DeclaredSet; readonly name: string }
  /** `undefined` in a template, which may name those of any contact. */
  | { readonly kind: 'channel'; readonly contact: string | undefined; readonly name: string }
  | { readonly kind: 'code'; readonly code: Code }
  | { readonly kind: 'word'; readonly word: string; readonly in: DeclarationKind }
  /** `of` is the kind of item that it is a part of. */
  | { readonly kind: 'variable'; readonly name: string; readonly of: NodeKind }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'duration'; readonly seconds: number; readonly of: NodeKind }
  /** By the clocks of a zone, as far as one is known. */
  | { readonly kind: 'time'; readonly time: ClockTime; readonly zone: string | undefined }
  /** Likewise, unless it has an offset of its own. */
  | { readonly kind: 'date-time'; readonly at: ZonedDateTime; readonly zone: string | undefined };

export type DeclaredSet = 'project' | 'person' | 'rotation' | 'template';

export function thingAt(analysis: Analysis, path: string, offset: number): ThingAt | undefined {
  const at = pieceAt(analysis, path, offset);
  const before = offset > 0 ? pieceAt(analysis, path, offset - 1) : undefined;
  // What ends where a piece does is of that piece.
  for (const each of at?.start === offset && before !== undefined ? [at, before] : [at]) {
    const found = each && (inPiece(each, offset) ?? codeAt(each, offset));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All things of a stretch of text but words of the language, in order. */
export function* thingsWithin(analysis: Analysis, path: string, within: Span): Iterable<ThingAt> {
  for (const { piece, start } of piecesTouching(analysis, path, within)) {
    for (const declaration of piece.declarations) {
      if (start + declaration.end < within.start || start + declaration.start > within.end)
        continue;
      for (const leaf of leavesOf(declaration)) {
        const span = shifted(leaf, start);
        const thing = span.end >= within.start && span.start <= within.end && thingOf(leaf);
        if (thing) yield { span, thing };
      }
    }
  }
}

function inPiece({ piece, start }: PieceAt, offset: number): ThingAt | undefined {
  const within = offset - start;
  const declaration = piece.declarations.findLast((each) => each.start <= within);
  if (declaration === undefined) return undefined;
  const leaf = leavesOf(declaration).findLast((it) => it.start <= within && within <= it.end);
  if (leaf !== undefined) {
    const thing = thingOf(leaf);
    if (thing !== undefined) return { span: shifted(leaf, start), thing };
    if (within < leaf.end) return undefined;
  }
  return wordIn(piece, declaration, start, within);
}

function wordIn(
  { text }: ParsedPiece,
  declaration: ast.Declaration,
  start: number,
  within: number,
): ThingAt | undefined {
  const at = wordAt(text, nearestInside(text, within));
  if (at.kind !== 'word') return undefined;
  const word = text.slice(at.span.start, at.span.end);
  const kind = declaration.kind;
  if (meaningOf(word, kind) === undefined) return undefined;
  return { span: shifted(at.span, start), thing: { kind: 'word', word, in: kind } };
}

/** A word is at its first character too, where something is pointed at and not typed. */
function nearestInside(text: string, within: number): number {
  return /[\p{L}\p{Nd}_-]/u.test(text[within] ?? '') ? within + 1 : within;
}

function codeAt({ piece, start }: PieceAt, offset: number): ThingAt | undefined {
  const within = offset - start;
  const comment = piece.comments.find((it) => it.start <= within && within <= it.end);
  if (comment === undefined) return undefined;
  const text = piece.text.slice(comment.start, comment.end);
  const [, before = '', code = ''] = /^(#[ \t]*oncall-ignore[ \t]+)([\w-]+)/.exec(text) ?? [];
  const from = comment.start + before.length;
  if (!isCode(code) || within < from || within > from + code.length) return undefined;
  return {
    span: { start: start + from, end: start + from + code.length },
    thing: { kind: 'code', code },
  };
}

function thingOf({ value, node, declaration }: Leaf): Thing | undefined {
  switch (value.kind) {
    case 'name':
      return named(value.name, node, declaration);
    case 'person':
    case 'rotation':
    case 'template':
      return { kind: 'declared', set: value.kind, name: value.name };
    case 'channel':
      return { kind: 'channel', contact: contactOf(declaration), name: value.name };
    case 'code':
      return isCode(value.name) ? { kind: 'code', code: value.name } : undefined;
    case 'variable':
      return { kind: 'variable', name: value.name, of: node.kind };
    case 'zone':
      return isTimeZone(value.text) ? { kind: 'zone', zone: value.text } : undefined;
    case 'duration':
      if (value.seconds === undefined) return undefined;
      return { kind: 'duration', seconds: value.seconds, of: node.kind };
    case 'time':
      return value.time && { kind: 'time', time: value.time, zone: zoneOf(declaration) };
    case 'date-time':
      return value.at && { kind: 'date-time', at: value.at, zone: zoneOf(declaration) };
    case 'day':
      return { kind: 'word', word: value.day, in: declaration.kind };
    default:
      return undefined;
  }
}

function named(name: string, node: Leaf['node'], declaration: ast.Declaration): Thing | undefined {
  if (node.kind === 'channel') return { kind: 'channel', contact: contactOf(declaration), name };
  switch (declaration.kind) {
    case 'test':
      return undefined;
    case 'project':
    case 'rotation':
    case 'template':
      return { kind: 'declared', set: declaration.kind, name };
    default:
      return { kind: 'declared', set: 'person', name };
  }
}

function contactOf(declaration: ast.Declaration): string | undefined {
  return declaration.kind === 'contact' ? declaration.name?.text : undefined;
}

/** By whose clocks the times in a declaration are. */
function zoneOf(declaration: ast.Declaration): string | undefined {
  if (declaration.kind !== 'rotation' && declaration.kind !== 'test') return undefined;
  for (const item of declaration.items) {
    if ((item.kind === 'zone' || item.kind === 'page') && item.zone !== undefined) {
      return isTimeZone(item.zone.value) ? item.zone.value : undefined;
    }
  }
  return undefined;
}

function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text);
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: by + start, end: by + end };
}
