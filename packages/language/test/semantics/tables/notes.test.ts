import { expect, it } from 'vitest';
import { Notes } from '../../../src/semantics/tables/notes.ts';

it('notes each name once, and begins anew when they are taken', () => {
  const notes = new Notes();
  const lookup = notes.of((name) => name.length);
  expect([lookup.get('a'), lookup.get('bc'), lookup.get('a')]).toEqual([1, 2, 1]);
  notes.add('d');
  expect(notes.take()).toEqual(['a', 'bc', 'd']);
  expect(notes.take()).toEqual([]);
});

it('notes each of many once', () => {
  const notes = new Notes();
  const names = Array.from({ length: 100 }, (_, n) => `n${n}`);
  for (const name of [...names, ...names]) notes.add(name);
  expect(notes.take()).toEqual(names);
});
