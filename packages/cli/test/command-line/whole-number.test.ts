import { expect, it } from 'vitest';
import { commands } from '../../src/command-line/commands.ts';
import { parse } from '../../src/command-line/parse.ts';
import { wholeNumber } from '../../src/command-line/whole-number.ts';

const spec = commands.find(({ name }) => name === 'plan');

function read(...words: readonly string[]): number | undefined {
  if (spec === undefined) throw new Error('no command plan');
  return wholeNumber(parse(spec, words), 'max-impact', { least: 1, most: 9 });
}

it('reads a whole number within its limits', () => {
  expect(read()).toBeUndefined();
  expect(read('--max-impact', '9')).toBe(9);
  for (const wrong of ['0', '10', '1.5', '-1', 'x', ' 1', '1e0', '99999999999']) {
    expect(() => read(`--max-impact=${wrong}`)).toThrow(/--max-impact can't be/);
  }
});
