import { describe, expect, it } from 'vitest';
import { type Change, type Say, Table } from '../../../src/semantics/tables/table.ts';
import type { Piece } from '../../../src/text/piece.ts';

/** A piece whose text is what it says, and whose place is its number. */
interface Numbered extends Piece {
  readonly at: number;
}

interface Word {
  readonly piece: Numbered;
  readonly word: string;
}

const piece = (at: number, text: string): Numbered => ({ at, text });
const order = (one: Piece, other: Piece): number => (one as Numbered).at - (other as Numbered).at;

function sayWords(each: Numbered, say: Say<Word>): void {
  for (const word of each.text.split(' ')) say(word, { piece: each, word });
}

function changed(table: Table<Word>, change: Omit<Change<Numbered>, 'order'>) {
  return table.with({ ...change, order }, sayWords);
}

const places = (table: Table<Word>, word: string): readonly number[] =>
  table.get(word).map((said) => said.piece.at);

describe('a table', () => {
  const first = piece(1, 'a b a');
  const third = piece(3, 'a c');
  const empty = new Table<Word>((said) => said.piece);
  const { table } = changed(empty, { gone: [], come: [first, third] });

  it('lists what is said of a name in the order of places', () => {
    expect(places(table, 'a')).toEqual([1, 1, 3]);
    const come = [piece(4, 'a'), piece(0, 'a'), piece(2, 'a')];
    expect(places(changed(table, { gone: [], come }).table, 'a')).toEqual([0, 1, 1, 2, 3, 4]);
  });

  it('forgets what pieces said that have gone', () => {
    const { table: after } = changed(table, { gone: [first], come: [] });
    expect([places(after, 'a'), places(after, 'b'), places(after, 'c')]).toEqual([[3], [], [3]]);
    expect([...after.entries()].map(([word]) => word).sort()).toEqual(['a', 'c']);
  });

  it('stays what it was', () => {
    changed(table, { gone: [first], come: [piece(0, 'a b c')] });
    expect([places(table, 'a'), places(table, 'b'), places(table, 'c')]).toEqual([
      [1, 1, 3],
      [1],
      [3],
    ]);
  });

  it('tells which lists differ', () => {
    const { lists } = changed(table, { gone: [third], come: [piece(3, 'd')] });
    expect([...lists].map(([word, list]) => [word, list?.length])).toEqual([
      ['a', 2],
      ['c', undefined],
      ['d', 1],
    ]);
  });

  it('puts a piece that moved to its new place', () => {
    const moved = { ...first, at: 9 };
    expect(places(changed(table, { gone: [first], come: [moved] }).table, 'a')).toEqual([3, 9, 9]);
  });
});
