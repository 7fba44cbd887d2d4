/** The grammar as plain data, read off the parser: what the language's reference is made from. */
import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
  type TokenType,
} from 'chevrotain';
import type { KeyedDecision } from './lookahead.ts';
import { OncallParser, recordDecisions } from './parser.ts';
import {
  CloseToken,
  DayToken,
  keywords,
  NameToken,
  OpenToken,
  RangeToken,
  RefToken,
  StringToken,
  VariableToken,
} from './tokens.ts';

export interface GrammarRule {
  readonly name: string;
  readonly body: Expression;
}

export type Expression =
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly parts: readonly Expression[] }
  | { readonly kind: 'optional'; readonly part: Expression }
  | { readonly kind: 'repetition'; readonly least: 0 | 1; readonly part: Expression }
  /** Written as it stands. */
  | { readonly kind: 'word'; readonly text: string }
  /** A class of tokens, such as STRING. */
  | { readonly kind: 'token'; readonly name: string }
  | { readonly kind: 'rule'; readonly name: string };

/** All rules: the first is that of a whole file, and each stands where it is first used. */
export function grammar(): readonly GrammarRule[] {
  const productions = new OncallParser().getGAstProductions();
  const rules = new Map<string, GrammarRule>();
  const visit = (name: string): void => {
    if (rules.has(name)) return;
    const rule =
      name === days.name ? days : { name, body: sequence(productions[name]?.definition ?? []) };
    rules.set(name, rule);
    for (const used of rulesIn(rule.body)) visit(used);
  };
  visit('file');
  return [...rules.values()];
}

/** The text of `decisions.ts`, of the grammar as it is. */
export function decisionsText(): string {
  const lines = recordDecisions().map(lineOf);
  return `${decisionsHead}${lines.join('')}];\n`;
}

const decisionsHead = `/** Generated from the parser by \`pnpm generate\`: its decisions, which no start has to record. */
import type { KeyedDecision } from './lookahead.ts';

// biome-ignore format: one a line
export const decisions: readonly KeyedDecision[] = [
`;

function lineOf({ key, kind, begins }: KeyedDecision): string {
  const lists = begins.map((names) => `[${names.map((name) => `'${name}'`).join(', ')}]`);
  return `  { key: ${key}, kind: '${kind}', begins: [${lists.join(', ')}] },\n`;
}

/** The names of the rules that an expression refers to, in order. */
export function rulesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'sequence':
    case 'choice':
      return expression.parts.flatMap(rulesIn);
    case 'optional':
    case 'repetition':
      return rulesIn(expression.part);
    case 'rule':
      return [expression.name];
    default:
      return [];
  }
}

/** The parser knows the days by their category of tokens. */
const days: GrammarRule = {
  name: 'DAY',
  body: {
    kind: 'choice',
    parts: Object.entries(keywords)
      .filter(([, type]) => type.CATEGORIES?.includes(DayToken))
      .map(([text]) => ({ kind: 'word', text })),
  },
};

const classes = new Map<TokenType, string>([
  [NameToken, 'NAME'],
  [RefToken, 'REF'],
  [StringToken, 'STRING'],
  [VariableToken, 'VARIABLE'],
]);

const words = new Map<TokenType, string>([
  [OpenToken, '<'],
  [CloseToken, '>'],
  [RangeToken, '..'],
  ...Object.entries(keywords).map(([word, type]) => [type, word] as const),
]);

function sequence(definition: readonly IProduction[]): Expression {
  const [first, ...others] = definition.map(expression);
  if (first !== undefined && others.length === 0) return first;
  return { kind: 'sequence', parts: first === undefined ? [] : [first, ...others] };
}

function expression(production: IProduction): Expression {
  if (production instanceof Terminal) return terminal(production);
  if (production instanceof NonTerminal) {
    return { kind: 'rule', name: production.nonTerminalName };
  }
  if (production instanceof Alternation) {
    return { kind: 'choice', parts: production.definition.map(expression) };
  }
  if (production instanceof Alternative) return sequence(production.definition);
  if (production instanceof Option) {
    return { kind: 'optional', part: sequence(production.definition) };
  }
  if (production instanceof Repetition) {
    return { kind: 'repetition', least: 0, part: sequence(production.definition) };
  }
  if (production instanceof RepetitionMandatory) {
    return { kind: 'repetition', least: 1, part: sequence(production.definition) };
  }
  throw new Error(`The parser uses ${production.constructor.name}, which has no notation yet.`);
}

/** Numerals are one class to the parser; the label says which is meant. */
function terminal({ terminalType, label }: Terminal): Expression {
  if (terminalType === DayToken) return { kind: 'rule', name: days.name };
  const text = words.get(terminalType);
  if (text !== undefined) return { kind: 'word', text };
  const name = label ?? classes.get(terminalType);
  if (name === undefined) throw new Error(`${terminalType.name} needs a LABEL where it stands.`);
  return { kind: 'token', name };
}
