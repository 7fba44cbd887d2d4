import { analyze, createSourceFile } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import type { OperationalError } from '../../src/exit.ts';
import { named } from '../../src/time/named.ts';

const modelOf = (text: string) => analyze([createSourceFile('main.oncall', text)]).model;

const contacts = (count: number) =>
  Array.from({ length: count }, (_, index) => `contact person-${index + 1} < >`).join('\n');

function help(word: string, text: string): string | undefined {
  try {
    named(word, modelOf(text), ['plan', 'contact']);
  } catch (error) {
    return (error as OperationalError).help;
  }
  return 'found';
}

describe('named', () => {
  it('finds by kind', () => {
    const model = modelOf('contact sre < >\nplan ops < >');
    expect(named('@sre', model, ['plan', 'contact'])).toEqual([{ kind: 'contact', name: 'sre' }]);
    expect(() => named('plan/sre', model, ['plan', 'contact'])).toThrow(
      'no plan or contact plan/sre',
    );
  });

  it('offers what is near, a part of many, and nothing of none', () => {
    expect(help('@persn-1', contacts(3))).toBe('Did you mean @person-1?');
    expect(help('@zebra', contacts(3))).toBe('It has: @person-1, @person-2, @person-3.');
    expect(help('@zebra', contacts(40))).toMatch(/^It has: @person-1, .*@person-10 and 30 more\.$/);
    expect(help('@zebra', '')).toBeUndefined();
  });
});
