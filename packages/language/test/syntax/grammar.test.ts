import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expression, type GrammarRule, grammar, rulesIn } from '../../src/syntax/grammar.ts';
import { parse } from '../../src/syntax/parse.ts';

const rules = grammar();
const bodies = new Map(rules.map(({ name, body }) => [name, body]));

describe('grammar', () => {
  it('begins with a whole file, and each rule stands where it is first used', () => {
    expect(rules[0]?.name).toBe('file');
    const used = rules.flatMap(({ body }) => rulesIn(body));
    expect([...bodies.keys()].slice(1).sort()).toEqual([...new Set(used)].sort());
  });

  it('has a rule for each that is referred to', () => {
    const used = rules.flatMap(({ body }) => rulesIn(body));
    expect(used.filter((name) => !bodies.has(name))).toEqual([]);
  });

  it('names the form of numeral that is meant', () => {
    expect(tokensOf('stage')).toEqual(['DURATION']);
    expect(tokensOf('monthly')).toEqual(['INTEGER', 'TIME']);
    expect(tokensOf('override')).toEqual(['DATETIME', 'DATETIME', 'REF']);
    expect(tokensOf('every')).toEqual(['INTEGER']);
  });

  it('tells the days', () => {
    expect(bodies.get('DAY')).toEqual({
      kind: 'choice',
      parts: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((text) => ({
        kind: 'word',
        text,
      })),
    });
  });

  it('is what the parser accepts: no sentence of it is a mistake in the tree', () => {
    fc.assert(
      fc.property(sentences(rules), (text) => {
        const { pieces } = parse(text);
        const ofTheTree = pieces.flatMap(({ findings }) =>
          findings.filter(({ code }) => treeCodes.includes(code)),
        );
        expect(ofTheTree.map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const treeCodes = ['unexpected-token', 'unexpected-close', 'unclosed-block', 'invalid-token'];

function tokensOf(name: string): readonly string[] {
  const within = (expression: Expression): readonly string[] => {
    switch (expression.kind) {
      case 'sequence':
      case 'choice':
        return expression.parts.flatMap(within);
      case 'optional':
      case 'repetition':
        return within(expression.part);
      default:
        return expression.kind === 'token' ? [expression.name] : [];
    }
  };
  return within(bodies.get(name) as Expression);
}

const examples: Readonly<Record<string, string>> = {
  NAME: 'stage',
  REF: '@alice',
  STRING: '"a > b"',
  VARIABLE: '$ALICE',
  DURATION: '1h30m',
  TIME: '09:00',
  DATETIME: '2026-01-05T09:00',
  INTEGER: '2',
};

/** Texts that the rules derive, on one line. */
function sentences([first]: readonly GrammarRule[]): fc.Arbitrary<string> {
  const derive = (expression: Expression): fc.Arbitrary<string> => {
    switch (expression.kind) {
      case 'sequence':
        return fc.tuple(...expression.parts.map(derive)).map((parts) => parts.join(' '));
      case 'choice':
        return fc.oneof(...expression.parts.map(derive));
      case 'optional':
        return fc.option(derive(expression.part), { nil: '' });
      case 'repetition': {
        const { part, least } = expression;
        return fc
          .array(derive(part), { minLength: least, maxLength: 3 })
          .map((parts) => parts.join(' '));
      }
      case 'word':
        return fc.constant(expression.text);
      case 'token':
        return fc.constant(examples[expression.name] as string);
      case 'rule':
        return derive(bodies.get(expression.name) as Expression);
    }
  };
  return derive((first as GrammarRule).body);
}
