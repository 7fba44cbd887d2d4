/**
 * Where names are written in a piece: given, or referred to. Worked out once a piece, so that a
 * search through a project looks at lists of names and not at trees.
 */
import type * as ast from '../syntax/ast.ts';
import type { ParsedPiece } from '../syntax/parse.ts';
import { exact } from '../text/exact.ts';
import type { Span } from '../text/span.ts';

/**
 * What a name stands for, as text that is the same wherever it is written. People, rotations and
 * templates have a set of names each; channels have one in each contact, and in each template,
 * which notifies channels of those who use it.
 */
export type Key = string;

export interface Occurrence extends Span {
  readonly key: Key;
  /** Of the name alone, without `@`. */
  readonly start: number;
  readonly gives: boolean;
  /** What it stands in. */
  readonly declaration: ast.Declaration;
}

export function occurrencesIn(piece: ParsedPiece): readonly Occurrence[] {
  let known = found.get(piece);
  if (known === undefined) {
    known = exact(piece.declarations.flatMap(occurrencesOf));
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

/** The set of names that a declaration gives one to. */
export function nameSetOf(kind: Exclude<ast.Declaration['kind'], 'test'>): NameSet {
  return kind === 'project' || kind === 'rotation' || kind === 'template' ? kind : 'person';
}

function occurrencesOf(declaration: ast.Declaration): readonly Occurrence[] {
  const all: Occurrence[] = [];
  const add = (key: Key, { start, end }: Span, gives: boolean): void => {
    all.push({ key, start, end, gives, declaration });
  };
  const refer = (set: NameSet, ref: ast.Ref | undefined): void => {
    if (ref === undefined) return;
    add(keyOf(set, ref.text), { start: ref.end - ref.text.length, end: ref.end }, false);
  };
  if (declaration.kind !== 'test' && declaration.name !== undefined) {
    add(keyOf(nameSetOf(declaration.kind), declaration.name.text), declaration.name, true);
  }
  switch (declaration.kind) {
    case 'contact':
      for (const item of declaration.items) {
        if (item.kind === 'use' && item.name !== undefined) {
          add(keyOf('template', item.name.text), item.name, false);
        } else if (item.kind === 'channel' && item.name !== undefined) {
          const key = channelKey('contact', declaration.name?.text ?? '', item.name.text);
          add(key, item.name, true);
        } else if (item.kind === 'stage') targets(item, 'contact');
      }
      break;
    case 'template':
      for (const stage of declaration.items) targets(stage, 'template');
      break;
    case 'plan':
      for (const item of declaration.items) if (item.kind === 'stage') targets(item, undefined);
      break;
    case 'schedule':
      for (const item of declaration.items) {
        if (item.kind === 'rotation-reference') refer('rotation', item.ref);
      }
      break;
    case 'rotation':
      for (const item of declaration.items) {
        const refs =
          item.kind === 'members' ? item.refs : item.kind === 'override' ? item.items : [];
        for (const ref of refs) refer('person', ref);
      }
      break;
    case 'test':
      for (const item of declaration.items) refer('person', item.ref);
      break;
  }
  return all;

  function targets({ items }: ast.StageItem, owner: 'contact' | 'template' | undefined): void {
    for (const { target } of items) {
      if (target?.kind === 'ref') refer('person', target);
      else if (target !== undefined && owner !== undefined && declaration.kind !== 'test') {
        add(channelKey(owner, declaration.name?.text ?? '', target.text), target, false);
      }
    }
  }
}
