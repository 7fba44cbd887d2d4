/** Which name stands at a place, and all that are written for the same thing. */
import { type Analysis, stateOf } from '../analysis.ts';
import type * as ast from '../syntax/ast.ts';
import type { ParsedPiece } from '../syntax/parse.ts';
import type { Location } from '../text/piece.ts';
import type { Span } from '../text/span.ts';
import { channelKey, type Key, keyOf, type Occurrence, occurrencesIn } from './occurrences.ts';
import { allPieces, originIn, pieceAt } from './pieces.ts';

/** A name where it is written. */
export interface SymbolAt {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Of the name alone, in its file. */
  readonly span: Span;
  /** Everything that bears this name: it, and for a channel those that stand or fall with it. */
  readonly keys: ReadonlySet<Key>;
}

export type SymbolKind = Exclude<ast.Declaration['kind'], 'test'> | 'channel' | 'unknown';

/** The name around an offset, or that ends there. */
export function symbolAt(analysis: Analysis, path: string, offset: number): SymbolAt | undefined {
  const at = pieceAt(analysis, path, offset);
  if (at === undefined) return undefined;
  const within = offset - at.start;
  const found = occurrencesIn(at.piece).find(({ start, end }) => {
    // An `@` is a part of what is pointed at.
    const from = at.piece.text[start - 1] === '@' ? start - 1 : start;
    return from <= within && within <= end;
  });
  // An edge between two pieces may be the end of a name, where no line end parts them.
  if (found === undefined) {
    return within === 0 && offset > 0 && at.start > 0
      ? endingAt(analysis, path, offset)
      : undefined;
  }
  return symbolOf(analysis, found, at.piece, at.start);
}

/** One written place of a name. */
export interface Mention {
  readonly location: Location;
  /** Whether it gives the name, rather than refers to it. */
  readonly gives: boolean;
  /** What it stands in. */
  readonly within: { readonly declaration: ast.Declaration; readonly location: Location };
}

/** All places where a symbol's name is written, in the order of files and of text. */
export function mentionsOf(analysis: Analysis, { keys }: Pick<SymbolAt, 'keys'>): Mention[] {
  const mentions: Mention[] = [];
  for (const piece of allPieces(analysis)) {
    for (const each of occurrencesIn(piece)) {
      if (!keys.has(each.key)) continue;
      const { declaration, gives } = each;
      mentions.push({
        location: analysis.locate(originIn(piece, each)),
        gives,
        within: { declaration, location: analysis.locate(originIn(piece, declaration)) },
      });
    }
  }
  return mentions;
}

function endingAt(analysis: Analysis, path: string, offset: number): SymbolAt | undefined {
  const before = pieceAt(analysis, path, offset - 1);
  const found =
    before && occurrencesIn(before.piece).find(({ end }) => end === offset - before.start);
  return found && symbolOf(analysis, found, before.piece, before.start);
}

function symbolOf(
  analysis: Analysis,
  { key, start, end }: Occurrence,
  piece: ParsedPiece,
  offset: number,
): SymbolAt {
  const { people, rotations, templates } = stateOf(analysis).scope;
  const name = piece.text.slice(start, end);
  const [set = '', bare = ''] = key.split(' ');
  const kinds: Record<string, SymbolKind | undefined> = {
    project: 'project',
    channel: 'channel',
    person: people.get(bare)?.declaration.kind,
    rotation: rotations.get(bare)?.declaration.kind,
    template: templates.get(bare)?.declaration.kind,
  };
  return {
    name,
    kind: kinds[set] ?? 'unknown',
    span: { start: offset + start, end: offset + end },
    keys: set === 'channel' ? channelKeys(analysis, key) : new Set([key]),
  };
}

/**
 * A template notifies channels by name, so that a channel bears the name that its contact's
 * templates write, and so do those of all others who use one of these.
 */
function channelKeys(analysis: Analysis, key: Key): ReadonlySet<Key> {
  const [, channel = ''] = key.split(' ');
  const users = usesOfTemplates(analysis);
  const keys = new Set<Key>([key]);
  for (const each of keys) {
    const [, , owner, of = ''] = each.split(' ');
    if (owner === 'template') {
      for (const contact of users.get(of) ?? []) keys.add(channelKey('contact', contact, channel));
      continue;
    }
    for (const [template, contacts] of users) {
      const candidate = channelKey('template', template, channel);
      if (contacts.has(of) && notifies(analysis, template, candidate)) keys.add(candidate);
    }
  }
  return keys;
}

/** The contacts that use each template, by name. */
function usesOfTemplates(analysis: Analysis): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const piece of allPieces(analysis)) {
    for (const { key, gives, declaration } of occurrencesIn(piece)) {
      if (gives || declaration.kind !== 'contact' || !key.startsWith('template ')) continue;
      const name = key.slice('template '.length);
      const contact = declaration.name?.text.toLowerCase();
      if (contact === undefined) continue;
      const known = users.get(name);
      if (known === undefined) users.set(name, new Set([contact]));
      else known.add(contact);
    }
  }
  return users;
}

function notifies(analysis: Analysis, template: string, key: Key): boolean {
  const named = stateOf(analysis).scope.templates.get(template);
  if (named === undefined) return false;
  return occurrencesIn(named.piece).some((each) => each.key === key);
}

/** The key under which a person is found. */
export function personKey(name: string): Key {
  return keyOf('person', name);
}
