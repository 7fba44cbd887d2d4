/** What a project writes most: its durations, times, zones, variables, tags, names of channels. */
import { type Analysis, stateOf } from '../analysis.ts';
import { keyOf } from '../semantics/declare/headings.ts';
import type * as ast from '../syntax/ast.ts';
import type { Piece } from '../text/piece.ts';

/** A kind of text, such as `duration stage` for the durations of stages. */
export type Usage =
  | `duration ${'stage' | 'notify' | 'ack' | 'expect'}`
  | `integer ${'on-call' | 'every' | 'monthly'}`
  | 'time'
  | 'zone'
  | 'variable'
  | 'channel'
  | 'tag'
  | `tag ${string}`;

/** All of a kind, with how often each is written, the most frequent first; of very many a part. */
export function written(
  analysis: Analysis,
  usage: Usage,
): readonly { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  let left = mostCounted;
  const kinds = writtenIn[usage];
  for (const piece of allTrees(analysis)) {
    if (kinds !== undefined && !piece.declarations.some(({ kind }) => kinds.includes(kind))) {
      continue;
    }
    for (const text of ofPiece(piece).get(usage) ?? []) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
      left--;
    }
    if (left <= 0) break;
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

/** Where alone some are written, so that of ten thousand declarations few are looked into. */
const writtenIn: Partial<Record<Usage, readonly ast.Declaration['kind'][]>> = {
  zone: ['rotation', 'test'],
  time: ['rotation'],
  'integer on-call': ['rotation'],
  'integer every': ['rotation'],
  'integer monthly': ['rotation'],
  'duration ack': ['test'],
  'duration expect': ['test'],
};

/** So many tell what is usual. */
const mostCounted = 3_000;

function* allTrees(analysis: Analysis) {
  for (const { pieces } of stateOf(analysis).files.values()) yield* pieces;
}

type Texts = ReadonlyMap<Usage, readonly string[]>;

const known = new WeakMap<Piece, Texts>();

function ofPiece(piece: Piece & { readonly declarations: readonly ast.Declaration[] }): Texts {
  let texts = known.get(piece);
  if (texts === undefined) {
    const found = new Map<Usage, string[]>();
    const add: Add = (usage, text) => {
      if (text === undefined) return;
      const list = found.get(usage);
      if (list === undefined) found.set(usage, [text]);
      else list.push(text);
    };
    for (const declaration of piece.declarations) {
      if ('items' in declaration) for (const item of declaration.items) addItem(item, add);
      else addValue(declaration.arn, add);
    }
    texts = found;
    known.set(piece, texts);
  }
  return texts;
}

type Add = (usage: Usage, text: string | undefined) => void;

function addItem(item: ast.Item, add: Add): void {
  switch (item.kind) {
    case 'stage':
      add('duration stage', wellFormed(item.duration));
      for (const { retry } of item.items) add('duration notify', wellFormed(retry));
      break;
    case 'channel':
      add('channel', item.name?.text);
      addValue(item.address, add);
      break;
    case 'account':
    case 'region':
      addValue(item.value, add);
      break;
    case 'tag':
      if (item.key === undefined) break;
      add('tag', keyOf(item.key));
      add(`tag ${keyOf(item.key)}`, item.value?.value);
      break;
    case 'zone':
    case 'page':
      add('zone', item.zone?.value);
      break;
    case 'on-call':
    case 'every':
      add(`integer ${item.kind}`, wellFormed(item.value));
      break;
    case 'daily':
      for (const time of item.times) add('time', wellFormed(time));
      break;
    case 'weekly':
      for (const { time } of item.times) add('time', wellFormed(time));
      break;
    case 'monthly':
      for (const { day, time } of item.times) {
        add('integer monthly', wellFormed(day));
        add('time', wellFormed(time));
      }
      break;
    case 'cover':
      for (const { start, end } of item.windows) {
        add('time', wellFormed(start));
        add('time', wellFormed(end));
      }
      break;
    case 'ack':
      add('duration ack', wellFormed(item.after));
      break;
    case 'expect':
      add('duration expect', wellFormed(item.within));
      break;
  }
}

function addValue(value: ast.ValueLiteral | undefined, add: Add): void {
  if (value?.kind === 'variable') add('variable', value.name);
}

function wellFormed(literal: ast.Literal<unknown> | undefined): string | undefined {
  return literal?.value === undefined ? undefined : literal.text;
}
