/** Who pages whom: from plans over schedules and rotations to people, and back. */
import type { Analysis } from '../analysis.ts';
import type * as ast from '../syntax/ast.ts';
import type { Location } from '../text/piece.ts';
import { keyOf, occurrencesIn } from './occurrences.ts';
import { locationIn, type PieceAt } from './pieces.ts';
import { mentionsOf } from './symbol-at.ts';

/** Someone or something that a page goes through. */
export interface Pageable {
  readonly kind: 'contact' | 'plan' | 'schedule' | 'extern' | 'rotation';
  readonly name: string;
  /** The STRING behind the name. */
  readonly label: string | undefined;
  readonly location: Location;
  readonly nameLocation: Location;
}

export interface Paging {
  readonly pageable: Pageable;
  /** Where the one that pages names the other. */
  readonly at: readonly Location[];
}

type PageableDeclaration = Extract<ast.Declaration, { readonly kind: Pageable['kind'] }>;

/** What a name stands for, where a page can go through it. */
export function pageableOf(
  analysis: Analysis,
  set: 'person' | 'rotation',
  name: string,
): Pageable | undefined {
  const given = mentionsOf(analysis, { keys: new Set([keyOf(set, name)]) }).find(
    ({ gives }) => gives,
  );
  return given && pageable(given.placed, given.declaration);
}

/** Whom it pages directly. */
export function pagedBy(analysis: Analysis, { kind, name }: Pageable): readonly Paging[] {
  const given = mentionsOf(analysis, { keys: new Set([keyOf(setOf(kind), name)]) }).find(
    ({ gives }) => gives,
  );
  if (given === undefined) return [];
  const { placed, declaration } = given;
  const found = new Map<string, Location[]>();
  for (const occurrence of occurrencesIn(placed.piece)) {
    if (occurrence.declaration !== declaration || occurrence.gives) continue;
    const at = found.get(occurrence.key);
    if (at === undefined) found.set(occurrence.key, [locationIn(placed, occurrence)]);
    else at.push(locationIn(placed, occurrence));
  }
  return [...found].flatMap(([key, at]) => {
    const [set, bare = ''] = key.split(' ');
    if (set !== 'person' && set !== 'rotation') return [];
    const to = pageableOf(analysis, set, bare);
    return to === undefined ? [] : [{ pageable: to, at }];
  });
}

/** Who pages it directly; tests page nobody. */
export function pagersOf(analysis: Analysis, { kind, name }: Pageable): readonly Paging[] {
  const found = new Map<ast.Declaration, { pageable: Pageable; at: Location[] }>();
  for (const mention of mentionsOf(analysis, { keys: new Set([keyOf(setOf(kind), name)]) })) {
    if (mention.gives) continue;
    const by = pageable(mention.placed, mention.declaration);
    if (by === undefined) continue;
    const known = found.get(mention.declaration);
    if (known === undefined)
      found.set(mention.declaration, { pageable: by, at: [mention.location] });
    else known.at.push(mention.location);
  }
  return [...found.values()];
}

function setOf(kind: Pageable['kind']): 'person' | 'rotation' {
  return kind === 'rotation' ? kind : 'person';
}

function pageable(at: PieceAt, declaration: ast.Declaration): Pageable | undefined {
  if (!isPageable(declaration) || declaration.name === undefined) return undefined;
  return {
    kind: declaration.kind,
    name: declaration.name.text,
    label: 'label' in declaration ? declaration.label?.value : undefined,
    location: locationIn(at, declaration),
    nameLocation: locationIn(at, declaration.name),
  };
}

function isPageable(declaration: ast.Declaration): declaration is PageableDeclaration {
  return ['contact', 'plan', 'schedule', 'extern', 'rotation'].includes(declaration.kind);
}
