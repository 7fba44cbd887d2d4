/** Which name stands at a place, and all places where the same is named. */
import { type Analysis, stateOf } from '../analysis.ts';
import type * as ast from '../syntax/ast.ts';
import type { Location } from '../text/piece.ts';
import { channelKey, type Key, type Occurrence, occurrencesIn } from './occurrences.ts';
import { allPieces, locationIn, type PieceAt, pieceAt, piecesIn } from './pieces.ts';

/** What is named. */
interface NamedThing {
  readonly kind: Exclude<ast.Declaration['kind'], 'test'> | 'channel' | 'unknown';
  readonly name: string;
  /** Everything that bears this name: for a channel also those that stand or fall with it. */
  readonly keys: ReadonlySet<Key>;
}

export interface SymbolAt extends NamedThing {
  /** Of the name alone. */
  readonly location: Location;
}

/** The name around an offset, or that ends there. */
export function symbolAt(analysis: Analysis, path: string, offset: number): SymbolAt | undefined {
  const placed = pieceAt(analysis, path, offset);
  if (placed === undefined) return undefined;
  const { piece, start } = placed;
  const within = offset - start;
  const found = occurrencesIn(piece).find((each) => {
    // An `@` is a part of what is pointed at.
    const from = piece.text[each.start - 1] === '@' ? each.start - 1 : each.start;
    return from <= within && within <= each.end;
  });
  return found && symbolOf(analysis, found, placed);
}

/** One written place of a name. */
export interface Mention {
  /** Of the name alone. */
  readonly location: Location;
  /** Whether it gives the name, rather than refers to it. */
  readonly gives: boolean;
  /** What it stands in. */
  readonly declaration: ast.Declaration;
  readonly placed: PieceAt;
}

/** All places where something is named, in the order of files and of text; or those in one file. */
export function mentionsOf(
  analysis: Analysis,
  { keys }: Pick<NamedThing, 'keys'>,
  path?: string,
): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const placed of path === undefined ? allPieces(analysis) : piecesIn(analysis, path)) {
    for (const occurrence of occurrencesIn(placed.piece)) {
      if (!keys.has(occurrence.key)) continue;
      const { gives, declaration } = occurrence;
      mentions.push({ location: locationIn(placed, occurrence), gives, declaration, placed });
    }
  }
  return mentions;
}

function symbolOf(analysis: Analysis, occurrence: Occurrence, placed: PieceAt): SymbolAt {
  const { key, start, end } = occurrence;
  return {
    kind: kindOf(analysis, key),
    name: placed.piece.text.slice(start, end),
    keys: key.startsWith('channel ') ? channelKeys(analysis, key) : new Set([key]),
    location: locationIn(placed, occurrence),
  };
}

function kindOf(analysis: Analysis, key: Key): NamedThing['kind'] {
  const { people, rotations, templates } = stateOf(analysis).scope;
  const [set, name = ''] = key.split(' ');
  if (set === 'channel' || set === 'project') return set;
  const names = set === 'person' ? people : set === 'rotation' ? rotations : templates;
  return names.get(name)?.declaration.kind ?? 'unknown';
}

/**
 * A template notifies channels by name, so that a channel bears the name that its contact's
 * templates write, and so do those of all others who use one of these.
 */
function channelKeys(analysis: Analysis, key: Key): ReadonlySet<Key> {
  const [, channel = ''] = key.split(' ');
  const users = usersOfTemplates(analysis);
  const keys = new Set<Key>([key]);
  // A set goes on with what is added to it on the way.
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
function usersOfTemplates(analysis: Analysis): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const { piece } of allPieces(analysis)) {
    for (const { key, gives, declaration } of occurrencesIn(piece)) {
      if (gives || declaration.kind !== 'contact' || !key.startsWith('template ')) continue;
      const name = key.slice('template '.length);
      const contact = declaration.name?.text.toLowerCase() ?? '';
      const known = users.get(name);
      if (known === undefined) users.set(name, new Set([contact]));
      else known.add(contact);
    }
  }
  return users;
}

function notifies(analysis: Analysis, template: string, key: Key): boolean {
  const named = stateOf(analysis).scope.templates.get(template);
  return named !== undefined && occurrencesIn(named.piece).some((each) => each.key === key);
}
