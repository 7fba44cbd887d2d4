/** A set of names: what declares each, and which are given twice. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import type { Origin, Piece } from '../../text/piece.ts';
import { aliasOf } from '../declare/declare.ts';
import { type Change, type Say, Table } from '../tables/table.ts';

/** A declaration that gives a name. */
export interface Named<D extends ast.Declaration = ast.Declaration> {
  readonly piece: ParsedPiece;
  readonly declaration: D;
  readonly name: ast.Name;
}

export class Names<D extends ast.Declaration> {
  /**
   * Declarations by all that lay claim to: their names, their aliases, and of names in capitals,
   * which are an error, what they should be.
   */
  readonly #claims: Table<Named<D>>;
  /** What more than one declaration lays claim to. */
  readonly #contested: ReadonlySet<string>;
  /** Listed when first asked for. */
  #keys: readonly string[] | undefined;

  constructor(
    claims = new Table<Named<D>>(({ piece }) => piece),
    contested: ReadonlySet<string> = new Set(),
  ) {
    this.#claims = claims;
    this.#contested = contested;
  }

  /** The first declaration of a name; one in capitals where there is no other. */
  get(name: string): Named<D> | undefined {
    const claims = this.#claims.get(name);
    const [first] = claims;
    if (first === undefined || first.name.text === name) return first;
    return (
      claims.find((each) => each.name.text === name) ??
      claims.find((each) => each.name.text.toLowerCase() === name)
    );
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** In no order. */
  keys(): readonly string[] {
    if (this.#keys === undefined) {
      const keys: string[] = [];
      for (const [name, claims] of this.#claims.entries()) if (give(claims, name)) keys.push(name);
      this.#keys = keys;
    }
    return this.#keys;
  }

  /** In no order. */
  *values(): Iterable<Named<D>> {
    for (const name of this.keys()) yield this.get(name) as Named<D>;
  }

  /** What is declared twice, told at the second. */
  *findings(): Iterable<Finding> {
    for (const name of this.#contested) {
      const claims = this.#claims.get(name);
      const [first, ...others] = claims.filter((each) => each.name.text === name);
      for (const other of others) yield duplicate(name, other, first as Named<D>);
      // One that is told for its name is not told for its alias besides.
      const [known, ...alike] = claims.filter(
        (each) => aliasOf(each.declaration) === name && this.get(each.name.text) === each,
      );
      for (const other of alike) yield duplicate(name, other, known as Named<D>);
    }
  }

  /** The names after a change, and those that mean something else then. */
  with(
    change: Change<ParsedPiece>,
    say: (piece: ParsedPiece, say: (named: Named<D>) => void) => void,
  ): { readonly names: Names<D>; readonly changed: () => readonly string[] } {
    const { table, lists } = this.#claims.with(change, (piece, sayOf) =>
      say(piece, (named) => claim(named, sayOf)),
    );
    const contested = new Set(this.#contested);
    for (const [name, list] of lists) {
      if (list !== undefined && list.length > 1) contested.add(name);
      else contested.delete(name);
    }
    const names = new Names(table, contested);
    if (this.#keys !== undefined) {
      const givesTheSame = [...lists].every(
        ([name, list = []]) => give(this.#claims.get(name), name) === give(list, name),
      );
      if (givesTheSame) names.#keys = this.#keys;
    }
    const changed = () =>
      [...lists.keys()].filter((name) => !meanTheSame(this.get(name), names.get(name)));
    return { names, changed };
  }
}

/** Whether one of these declarations bears the name. */
function give(claims: readonly Named[], name: string): boolean {
  return claims[0]?.name.text === name || claims.some((each) => each.name.text === name);
}

function claim<D extends ast.Declaration>(named: Named<D>, say: Say<Named<D>>): void {
  const { text } = named.name;
  const alias = aliasOf(named.declaration) ?? text;
  const lower = text.toLowerCase();
  say(text, named);
  if (alias !== text) say(alias, named);
  if (lower !== text && lower !== alias) say(lower, named);
}

/** What others see of a declaration is its kind and its name; of a template they see all. */
function meanTheSame(one: Named | undefined, other: Named | undefined): boolean {
  if (one === other) return true;
  const { kind } = one?.declaration ?? {};
  return (
    kind !== 'template' && kind === other?.declaration.kind && one?.name.text === other?.name.text
  );
}

function duplicate(name: string, second: Named, first: Named): Finding {
  const parameters = { kind: first.declaration.kind as 'contact', name };
  const related = [{ origin: originOf(first), message: 'This is the first.' }];
  return finding('duplicate-name', originOf(second), parameters, { related });
}

function originOf({ piece, name }: { readonly piece: Piece; readonly name: ast.Name }): Origin {
  return { piece, start: name.start, end: name.end };
}
