import { LLkLookaheadStrategy } from 'chevrotain';
import { expect, it } from 'vitest';
import { startersOf } from '../../src/syntax/block-kinds.ts';
import { SingleTokenLookahead } from '../../src/syntax/lookahead.ts';
import { OncallParser } from '../../src/syntax/parser.ts';
import { wordToken } from '../../src/syntax/tokens.ts';

it('has a grammar that chevrotain finds nothing wrong with', () => {
  const parser = new OncallParser(new SingleTokenLookahead(), true);
  const rules = Object.values(parser.getGAstProductions());
  expect(rules.length).toBeGreaterThan(30);
  // One token tells any two alternatives apart.
  const strategy = new LLkLookaheadStrategy({ maxLookahead: 1 });
  const grammarName = 'OncallParser';
  const found = strategy.validate({ rules, tokenTypes: [], grammarName });
  expect(found.map(({ message }) => message)).toEqual([]);
});

it('looks for the first words that the grammar has', () => {
  const productions = new OncallParser().getGAstProductions();
  const rulesOf: Record<string, readonly string[]> = {
    contact: ['channel', 'stage', 'use', 'alias', 'tag'],
    template: ['stage'],
    plan: ['stage', 'alias', 'tag'],
    project: ['account', 'region', 'tag', 'lint'],
    test: ['page', 'ack', 'expect'],
    stage: ['notify'],
  };
  for (const [kind, words] of Object.entries(rulesOf)) {
    expect(productions[kind]).toBeDefined();
    const starters = startersOf[kind as keyof typeof startersOf];
    expect([...starters]).toEqual(words.map((word) => wordToken(word)));
  }
});
