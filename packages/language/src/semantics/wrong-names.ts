/** Words that stand as names and are none: each told once, with a fix for all its places. */
import type { Finding } from '../diagnostics/diagnostic.ts';
import { finding } from '../diagnostics/finding.ts';
import { isName } from '../values/alias.ts';
import type { DeclaredPiece } from './declare/declare.ts';
import type { WrongName } from './declare/local.ts';
import type { Scope } from './resolve/scope.ts';
import { type Say, Table } from './tables/table.ts';

/** By the word. */
export type WrongNames = Table<WrongName>;

export const noWrongNames: WrongNames = new Table(({ origin }) => origin.piece);

export function sayWrongNames({ wrongNames }: DeclaredPiece, say: Say<WrongName>): void {
  for (const each of wrongNames) say(each.text, each);
}

export function* wrongNameFindings(names: WrongNames, scope: Scope): Iterable<Finding> {
  for (const [, places] of names.entries()) {
    const sets = new Map<WrongName['set'], WrongName[]>();
    for (const place of places) {
      const set = sets.get(place.set);
      if (set === undefined) sets.set(place.set, [place]);
      else set.push(place);
    }
    for (const set of sets.values()) yield told(set, scope);
  }
}

function told(places: readonly WrongName[], scope: Scope): Finding {
  const { text, origin, why } = places[0] as WrongName;
  const lower = text.toLowerCase();
  const fixes =
    isName(lower) && !wouldClash(places, lower, scope)
      ? [
          {
            title: `Write ${lower}`,
            edits: places.map((place) => ({ origin: place.origin, text: lower })),
          },
        ]
      : [];
  const related = places
    .slice(1)
    .map((place) => ({ origin: place.origin, message: 'It stands here too.' }));
  return finding('invalid-name', origin, { name: shortened(text), why }, { related, fixes });
}

/** Whether one of the places declares the name, and its lower case is declared besides. */
function wouldClash(
  places: readonly WrongName[],
  lower: string,
  { people, rotations, templates }: Scope,
): boolean {
  const [{ set, text } = { set: undefined, text: '' }] = places;
  const names =
    set === 'person'
      ? people
      : set === 'rotation'
        ? rotations
        : set === 'template'
          ? templates
          : undefined;
  return [text, lower].every((name) => names?.get(name)?.name.text === name);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text;
}
