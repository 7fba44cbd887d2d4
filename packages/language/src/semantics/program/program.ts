/**
 * The pieces of a project at every stage, and what they mean together. A program never changes; one
 * of other text is made from the one before, the first from the empty one. What a piece asks of
 * others it asks by name, and notes are taken: where a name means something else now, those that
 * asked about it are done again, and no others.
 */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { ParsedFile, ParsedPiece } from '../../syntax/parse.ts';
import type { Piece } from '../../text/piece.ts';
import { declare } from '../declare/declare.ts';
import type { FindingsByPiece } from '../diagnose.ts';
import {
  type DanglingTable,
  danglingFindings,
  noneDangling,
  type Suggestions,
  sayDangling,
  suggestionsFor,
  usesMeant,
} from '../resolve/dangling.ts';
import { resolving } from '../resolve/resolve.ts';
import { scopeFindings, scopeWith } from '../resolve/scope.ts';
import { checking } from '../rules/check.ts';
import type { Rule } from '../rules/rule.ts';
import { type Levels, noLevels } from '../silence.ts';
import { type Order, type Say, Table } from '../tables/table.ts';
import { noWrongNames, sayWrongNames, type WrongNames, wrongNameFindings } from '../wrong-names.ts';
import { Draft, type Slot } from './draft.ts';
import { changedOf, type Facts, noFacts, sayEntities, sayUses, settingsOf } from './facts.ts';
import type { Unit, UnitFile } from './unit.ts';

export interface Program {
  /** By path, in the order of paths. */
  readonly files: ReadonlyMap<string, UnitFile>;
  readonly facts: Facts;
  readonly rules: readonly Rule[];
  /** As the caller sets them, whatever the project says. */
  readonly levels: Levels;
  readonly wrongNames: WrongNames;
  readonly dangling: DanglingTable;
  readonly suggestions: Suggestions;
  /** What rules found elsewhere than in the piece that they looked at, by the file it lies in. */
  readonly strays: Table<Stray>;
  /** By name, the pieces that asked about it. */
  readonly askers: () => Table<Piece>;
}

export const emptyProgram: Program = {
  files: new Map(),
  facts: noFacts,
  rules: [],
  levels: noLevels,
  wrongNames: noWrongNames,
  dangling: noneDangling,
  suggestions: new Map(),
  strays: new Table(({ by }) => by),
  askers: () => noAskers,
};

interface Stray {
  readonly by: Piece;
  readonly finding: Finding;
}

const inAnyOrder: Order = () => 0;

const noAskers = new Table<Piece>((piece) => piece);

/** The program of files in the order of their paths, parsed with those of the one before. */
export function programOf(
  parsed: ReadonlyMap<string, ParsedFile>,
  rules: readonly Rule[],
  levels: Levels,
  before: Program,
): Program {
  const draft = new Draft(parsed, before.files);
  const isFirst = before.files.size === 0;
  // What comes to an empty program comes in its order.
  const order = isFirst ? inAnyOrder : draft.order;
  const askersOf = (names: Iterable<string>) =>
    [...names].flatMap((name) => before.askers().get(name));

  // On its own: what is new.
  const { come, gone } = draft;
  const declared = {
    gone: gone.map((unit) => unit.declared),
    come: come.map(({ piece }) => declare(piece)),
    order,
  };
  const pieces = {
    gone: declared.gone.map(({ piece }) => piece),
    come: come.map(({ piece }) => piece),
    order,
  };
  const { table: wrongNames } = before.wrongNames.with(declared, sayWrongNames);
  const { scope, changed } = scopeWith(before.facts.scope, pieces);

  // Among the names of the others: what is new, and what asked about names that mean something else.
  const renamed = isFirst ? new Set<string>() : changed();
  const again = draft.kept(new Set(askersOf(renamed)), new Set(pieces.come));
  const resolve = resolving(scope);
  const units = [...declared.come, ...again.map(({ unit }) => unit.declared)].map((each) => ({
    declared: each,
    resolved: resolve(each),
  }));
  const resolved = {
    gone: [...gone, ...again.map(({ unit }) => unit)].map((unit) => unit.resolved),
    come: units.map((unit) => unit.resolved),
    order,
  };
  const entities = before.facts.entities.with(resolved, sayEntities);
  const uses = before.facts.uses.with(resolved, sayUses);
  const { table: dangling } = before.dangling.with(resolved, sayDangling);
  const known = renamed.size === 0 ? before.suggestions : new Map();
  const suggestions = suggestionsFor(dangling, scope, draft.order, known);
  const meant = usesMeant(dangling, suggestions, scope);
  const facts: Facts = { scope, entities: entities.table, uses: uses.table, meant };

  // Among all that they mean: what is new, and what asked about names of which more is known.
  const slots = [...come, ...again];
  const touched = [
    ...renamed,
    ...entities.lists.keys(),
    ...uses.lists.keys(),
    ...before.facts.meant.keys(),
    ...meant.keys(),
  ];
  const others = new Set<Piece>(slots.map(({ piece }) => piece));
  // What bears a name, or an address, depends on what is known of it without asking.
  const dependents = () => {
    const names = changedOf(touched, before.facts, facts);
    const bearers = names.flatMap((name) => facts.entities.get(name));
    return new Set([...askersOf(names), ...bearers.map(({ origin }) => origin.piece)]);
  };
  const asksTheSame =
    sameRules(rules, before.rules) &&
    levels === before.levels &&
    settingsOf(facts) === settingsOf(before.facts);
  const recheck = isFirst ? [] : draft.kept(asksTheSame ? dependents() : draft.pieces(), others);
  const check = checking(facts, rules, levels);
  const checked = [...units, ...recheck.map(({ unit }) => unit)].map(
    ({ declared, resolved }): Unit => {
      return { declared, resolved, checked: check(resolved.entities) };
    },
  );

  const all = [...slots, ...recheck];
  for (const [at, unit] of checked.entries()) draft.put(all[at] as Slot, unit);
  const replaced = {
    gone: [...gone, ...again.map(({ unit }) => unit), ...recheck.map(({ unit }) => unit)],
    come: checked,
    order,
  };
  const askers = () => before.askers().with({ ...replaced, order: inAnyOrder }, sayAsked).table;
  return {
    files: draft.files(),
    facts,
    rules,
    levels,
    wrongNames,
    dangling,
    suggestions,
    strays: before.strays.with(replaced, sayStrays).table,
    askers: isFirst ? lazily(askers) : always(askers()),
  };
}

/** Findings about the project as a whole, by the file and the piece that they lie in. */
export function findingsOfAll(
  program: Program,
  further: readonly Finding[],
): ReadonlyMap<string, FindingsByPiece> {
  const { facts, wrongNames, dangling, suggestions, strays } = program;
  const found = new Map<string, Map<Piece, Finding[]>>();
  for (const findings of [
    danglingFindings(dangling, suggestions),
    scopeFindings(facts.scope),
    wrongNameFindings(wrongNames, facts.scope),
    ...[...strays.entries()].map(([, list]) => list.map(({ finding }) => finding)),
    further,
  ]) {
    for (const each of findings) {
      const piece = each.origin.piece as ParsedPiece;
      const inFile = found.get(piece.path) ?? new Map<Piece, Finding[]>();
      found.set(piece.path, inFile);
      const inPiece = inFile.get(piece);
      if (inPiece === undefined) inFile.set(piece, [each]);
      else inPiece.push(each);
    }
  }
  return found;
}

function sameRules(one: readonly Rule[], other: readonly Rule[]): boolean {
  return one.length === other.length && one.every((rule, index) => rule === other[index]);
}

function sayStrays({ declared, checked }: Unit, say: Say<Stray>): void {
  const by = declared.piece;
  for (const finding of checked.findings) {
    const { piece } = finding.origin;
    if (piece !== by) say((piece as ParsedPiece).path, { by, finding });
  }
}

function sayAsked({ declared, resolved, checked }: Unit, say: Say<Piece>): void {
  for (const name of resolved.asked) say(name, declared.piece);
  for (const name of checked.asked) if (!resolved.asked.includes(name)) say(name, declared.piece);
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function always<T>(value: T): () => T {
  return () => value;
}
