/** What the pieces of a project say of names. */
import { exact } from '../../text/exact.ts';
import type { Piece } from '../../text/piece.ts';
import { LayeredMap } from './layered-map.ts';

/** Which of two pieces stands first: below zero where it is the first. */
export type Order = (one: Piece, other: Piece) => number;

/** Makes it known what is said, and of which name. */
export type Say<T> = (name: string, said: T) => void;

/** What is taken from a project, with all that was said in its pieces, and what is put in. */
export interface Change<E> {
  readonly gone: readonly E[];
  readonly come: readonly E[];
  readonly order: Order;
}

/** By name all that is said of it, in the order of files and of text. Never changes. */
export class Table<T> {
  readonly #pieceOf: (said: T) => Piece;
  readonly #lists: LayeredMap<string, readonly T[]>;

  constructor(pieceOf: (said: T) => Piece, lists = new LayeredMap<string, readonly T[]>()) {
    this.#pieceOf = pieceOf;
    this.#lists = lists;
  }

  get(name: string): readonly T[] {
    return this.#lists.get(name) ?? none;
  }

  /** In no order. */
  entries(): Iterable<[string, readonly T[]]> {
    return this.#lists.entries();
  }

  /** The table after a change, and the lists that differ. */
  with<E>(
    { gone, come, order }: Change<E>,
    say: (each: E, say: Say<T>) => void,
  ): { readonly table: Table<T>; readonly lists: ReadonlyMap<string, readonly T[] | undefined> } {
    const names = new Set<string>();
    const pieces = new Set<Piece>();
    const remove: Say<T> = (name, said) => {
      names.add(name);
      pieces.add(this.#pieceOf(said));
    };
    for (const each of gone) say(each, remove);
    const lists = new Map<string, T[] | undefined>();
    for (const name of names) {
      const left = this.get(name).filter((said) => !pieces.has(this.#pieceOf(said)));
      lists.set(name, left);
    }
    const add: Say<T> = (name, said) => {
      const list = lists.get(name) ?? this.get(name);
      // Most are of one; `lists` holds copies that may be added to.
      if (list.length === 0) lists.set(name, [said]);
      else this.#insert(lists.get(name) ?? copied(name, list), said, order);
    };
    const copied = (name: string, list: readonly T[]): T[] => {
      const copy = list.slice();
      lists.set(name, copy);
      return copy;
    };
    for (const each of come) say(each, add);
    for (const [name, list] of lists) {
      if (list?.length === 0) lists.set(name, undefined);
      else if (list !== undefined && list.length > 1) lists.set(name, exact(list));
    }
    return { table: new Table(this.#pieceOf, this.#lists.with(lists)), lists };
  }

  /** Behind all that stand before it, or in the same piece; into a list that is not empty. */
  #insert(list: T[], said: T, order: Order): void {
    const piece = this.#pieceOf(said);
    // Most come in their order, and so last.
    if (order(this.#pieceOf(list.at(-1) as T), piece) <= 0) {
      list.push(said);
      return;
    }
    const isBefore = (at: number): boolean => order(this.#pieceOf(list[at] as T), piece) <= 0;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    list.splice(low, 0, said);
  }
}

const none: readonly never[] = [];
