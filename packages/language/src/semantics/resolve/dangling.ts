/** References to what nothing declares: told for all of the project, as the names near them are its. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import { nearestOnes } from '../../diagnostics/suggest.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import { type Order, type Say, Table } from '../tables/table.ts';
import type { Dangling, ResolvedPiece, Use } from './resolved-piece.ts';
import type { NameSet, Scope } from './scope.ts';

/** By set and name. */
export type DanglingTable = Table<Dangling>;

export const noneDangling: DanglingTable = new Table(({ origin }) => origin.piece);

export function sayDangling({ dangling }: ResolvedPiece, say: Say<Dangling>): void {
  for (const each of dangling) say(`${each.set} ${each.name}`, each);
}

/** A search goes through all names: enough of them for people, and no more. */
const mostSuggestions = 200;

/** The names nearest to those that dangle, as far as they were searched for. */
export type Suggestions = ReadonlyMap<string, string | undefined>;

/** Those that are known are not searched for again. */
export function suggestionsFor(
  table: DanglingTable,
  scope: Scope,
  order: Order,
  known: Suggestions,
): Suggestions {
  let dangling = [...table.entries()].map(([key, [first]]) => ({ key, ...(first as Dangling) }));
  if (dangling.length > mostSuggestions) {
    dangling = dangling
      .sort((a, b) => order(a.origin.piece, b.origin.piece) || a.origin.start - b.origin.start)
      .slice(0, mostSuggestions);
  }
  return new Map(
    dangling.map(({ key, set, name }) => [
      key,
      known.has(key) ? known.get(key) : nearestIn(scope, set, name),
    ]),
  );
}

/** Of equals the first by the alphabet: names are in no other order. */
function nearestIn({ people, rotations, templates }: Scope, set: NameSet, name: string) {
  const names = set === 'person' ? people : set === 'rotation' ? rotations : templates;
  const [first, ...others] = nearestOnes(name, names.keys());
  return others.reduce((one, other) => (one !== undefined && one < other ? one : other), first);
}

export function* danglingFindings(
  table: DanglingTable,
  suggestions: Suggestions,
): Iterable<Finding> {
  for (const [key, places] of table.entries()) {
    const found = suggestions.get(key);
    for (const { set, name, origin, told } of places) {
      if (!told) continue;
      const code = set === 'person' ? 'dangling-contact' : (`dangling-${set}` as const);
      const start = origin.end - name.length;
      const fixes =
        found === undefined
          ? []
          : [
              {
                title: `Write ${found}`,
                isGuess: true as const,
                edits: [{ origin: { ...origin, start }, text: found }],
              },
            ];
      yield finding(code, origin, { name, nearest: found }, { fixes });
    }
  }
}

/** What was probably meant is not to be told to be unused besides. */
export function usesMeant(
  table: DanglingTable,
  suggestions: Suggestions,
  { people }: Scope,
): ReadonlyMap<string, readonly Use[]> {
  const meant = new Map<string, Use[]>();
  for (const [key, name] of suggestions) {
    if (name === undefined) continue;
    const { set, by, origin } = table.get(key)[0] as Dangling;
    const kind = set === 'person' ? people.get(name)?.declaration.kind : set;
    if (kind === undefined) continue;
    const use = { kind, name, reaches: false, by, piece: origin.piece as ParsedPiece };
    meant.set(name, [...(meant.get(name) ?? []), use]);
  }
  return meant;
}
