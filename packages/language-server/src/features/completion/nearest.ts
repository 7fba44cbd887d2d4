/** Of very many names those that people mean by what they have typed. */

/** People see no more at once, and each costs time on its way. */
export const most = 100;

/** What may be found by its name, or by what else people know it by. */
export interface Findable {
  readonly name: string;
  readonly label?: string | undefined;
}

/**
 * Those that begin with what is typed, then those known so, then those that hold its letters, each
 * in their order; all of them where they are not too many.
 */
export function nearest<T extends Findable>(
  typed: string,
  all: Iterable<T>,
  order: (one: T, other: T) => number = () => 0,
): readonly T[] {
  const wanted = typed.replace(/^[@"$]/, '').toLowerCase();
  const some: T[] = [];
  const ranks: T[][] = [[], [], []];
  for (const each of all) {
    if (some.length <= most) some.push(each);
    const rank = rankOf(each, wanted);
    if (rank !== undefined) ranks[rank]?.push(each);
    if (some.length > most && (ranks[0]?.length ?? 0) >= most) break;
  }
  if (some.length <= most) return some.sort(order);
  return ranks.flatMap((rank) => rank.slice(0, most).sort(order)).slice(0, most);
}

function rankOf({ name, label }: Findable, wanted: string): number | undefined {
  const text = name.toLowerCase();
  if (text.startsWith(wanted)) return 0;
  const words = label?.toLowerCase();
  if (words !== undefined && (words.startsWith(wanted) || words.includes(` ${wanted}`))) return 1;
  return holds(text, wanted) ? 2 : undefined;
}

function holds(name: string, wanted: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
