/** Words that stand as names and are none: each told once, with a fix for all its places. */
import type { Finding } from '../diagnostics/diagnostic.ts';
import { finding } from '../diagnostics/finding.ts';
import { isName } from '../values/alias.ts';
import type { WrongName } from './declare/local.ts';
import type { Scope } from './resolve/scope.ts';

export function wrongNameFindings(
  names: readonly WrongName[],
  scope: Pick<Scope, 'people' | 'rotations' | 'templates'>,
): readonly Finding[] {
  const sets = new Map<WrongName['set'], Map<string, WrongName[]>>();
  for (const name of names) {
    let set = sets.get(name.set);
    if (set === undefined) {
      set = new Map();
      sets.set(name.set, set);
    }
    const places = set.get(name.text);
    if (places === undefined) set.set(name.text, [name]);
    else places.push(name);
  }
  return [...sets.values()].flatMap((set) =>
    [...set.values()].map((places) => told(places, scope)),
  );
}

function told(
  places: readonly WrongName[],
  scope: Parameters<typeof wrongNameFindings>[1],
): Finding {
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
  { people, rotations, templates }: Parameters<typeof wrongNameFindings>[1],
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
