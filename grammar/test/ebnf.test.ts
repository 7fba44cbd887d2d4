import type { Expression } from '@oncall/language/grammar';
import { describe, expect, it } from 'vitest';
import { ebnf } from '../src/ebnf.ts';

const word = (text: string): Expression => ({ kind: 'word', text });
const token = (name: string): Expression => ({ kind: 'token', name });
const choice = (...parts: Expression[]): Expression => ({ kind: 'choice', parts });
const sequence = (...parts: Expression[]): Expression => ({ kind: 'sequence', parts });
const rule = (body: Expression): string => ebnf({ name: 'rule', body });

describe('ebnf', () => {
  it('writes each kind of expression', () => {
    expect(rule(sequence(word('<'), token('NAME'), { kind: 'rule', name: 'stage' }))).toBe(
      'rule = "<" NAME stage ;',
    );
    expect(rule({ kind: 'optional', part: word('a') })).toBe('rule = [ "a" ] ;');
    expect(rule({ kind: 'repetition', least: 0, part: word('a') })).toBe('rule = { "a" } ;');
    expect(rule({ kind: 'repetition', least: 1, part: sequence(word('a'), word('b')) })).toBe(
      'rule = "a" "b" { "a" "b" } ;',
    );
  });

  it('puts a choice in parentheses only where it would be read otherwise', () => {
    const either = choice(word('a'), sequence(word('b'), word('c')));
    expect(rule(either)).toBe('rule = "a" | "b" "c" ;');
    expect(rule(sequence(either, word('d')))).toBe('rule = ( "a" | "b" "c" ) "d" ;');
    expect(rule({ kind: 'optional', part: either })).toBe('rule = [ "a" | "b" "c" ] ;');
    expect(rule({ kind: 'repetition', least: 1, part: either })).toBe(
      'rule = ( "a" | "b" "c" ) { "a" | "b" "c" } ;',
    );
  });

  it('stays within 80 columns, going on below the first', () => {
    const names = Array.from({ length: 12 }, (_, at) => token(`ALTERNATIVE_${at}`));
    const lines = ebnf({ name: 'rule', body: choice(...names) }, 8).split('\n');
    expect(lines[0]).toMatch(/^rule {4}= ALTERNATIVE_0 \| /);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {8}\| /);
  });
});
