/**
 * The grammar as TextMate's, for editors that colour by patterns. A rule with a block becomes a
 * region; any other is a pattern of one line, of which as much matches as is written yet, and what
 * goes on in the next line is coloured by what it looks like.
 */
import { type Expression, type GrammarRule, rulesIn } from '@oncall/language/grammar';
import {
  before,
  behind,
  type Captures,
  character,
  literals,
  type Pattern,
  scopeOfName,
  scopeOfValue,
  scopeOfWord,
  shapesOfTokens,
  type WordPlace,
} from './scopes.ts';

interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly patterns: readonly Pattern[];
  readonly repository: Readonly<Record<string, Pattern>>;
}

export function textMate(rules: readonly GrammarRule[]): TextMateGrammar {
  const shapes = rules.flatMap(shapeOf);
  const declarations = rules.flatMap(({ name, body }) =>
    name === 'declaration' ? rulesIn(body) : [],
  );
  const isDeclaration = ({ name }: Shape): boolean => declarations.includes(name);
  const start = `^\\s*(?:${shapes.filter(isDeclaration).map(firstTwo).join('|')})`;
  const values = new Map(rules.flatMap(({ name, body }) => wordsOnly(name, body)));
  const pattern = (shape: Shape): Pattern => {
    const line = new Line(shape, isDeclaration(shape) ? 'declaration' : 'item', values);
    if (shape.inner === undefined) return { name: `meta.${shape.name}.oncall`, ...line.match() };
    return region(shape, line, shapes, start, values);
  };
  return {
    name: 'oncall',
    scopeName: 'source.oncall',
    patterns: ['comment', ...declarations, ...anyLiteral].map(include),
    repository: {
      ...Object.fromEntries(shapes.map((shape) => [shape.name, pattern(shape)])),
      ...literals,
    },
  };
}

/** A rule that begins with a word: what stands before its block, and in it, if it has one. */
interface Shape {
  readonly name: string;
  readonly word: string;
  readonly head: readonly Expression[];
  readonly inner: Expression | undefined;
}

type Values = ReadonlyMap<string, readonly string[]>;

function shapeOf({ name, body }: GrammarRule): readonly Shape[] {
  const [first, ...rest] = body.kind === 'sequence' ? body.parts : [body];
  if (first?.kind !== 'word') return [];
  const open = rest.findIndex((part) => part.kind === 'word' && part.text === '<');
  if (open < 0) return [{ name, word: first.text, head: rest, inner: undefined }];
  return [{ name, word: first.text, head: rest.slice(0, open), inner: rest[open + 1] }];
}

/** A rule that is nothing but a choice of words, as that of the days. */
function wordsOnly(name: string, body: Expression): readonly [string, readonly string[]][] {
  const words = choiceOfWords(body);
  return words === undefined ? [] : [[name, words]];
}

function choiceOfWords(expression: Expression): readonly string[] | undefined {
  if (expression.kind !== 'choice') return undefined;
  const words = expression.parts.flatMap((part) => (part.kind === 'word' ? [part.text] : []));
  return words.length === expression.parts.length ? words : undefined;
}

/** The first words of a declaration, which begin one wherever they stand at a line's start. */
function firstTwo({ word, head: [second] }: Shape): string {
  if (second?.kind === 'word') return `${word}\\s+${second.text}${behind}`;
  return `${word}\\s+${second?.kind === 'token' && second.name === 'STRING' ? '"' : character}`;
}

/**
 * From the first word to `>`; or to where a declaration begins, or an item of the block around it,
 * so that a missing `>` spoils as little as it does for the parser.
 */
function region(
  shape: Shape,
  line: Line,
  shapes: readonly Shape[],
  start: string,
  values: Values,
): Pattern {
  const items = shape.inner === undefined ? [] : rulesIn(shape.inner);
  const around = shapes
    .filter(({ inner }) => inner !== undefined && rulesIn(inner).includes(shape.name))
    .flatMap(({ inner }) => rulesIn(inner as Expression))
    .filter((name) => !items.includes(name));
  const outer = shapes.filter(({ name }) => around.includes(name)).map(({ word }) => word);
  const ends = [start, ...(outer.length === 0 ? [] : [`^\\s*${oneOf(outer)}${behind}`])];
  const { match, captures } = line.match();
  return {
    name: `meta.${shape.name}.oncall`,
    begin: match as string,
    beginCaptures: captures as Captures,
    end: `(>)|(?=${ends.join('|')})`,
    endCaptures: { 1: { name: 'punctuation.section.block.end.oncall' } },
    patterns: [
      include('comment'),
      { name: 'punctuation.section.block.begin.oncall', match: '<' },
      ...items.map(include),
      ...laterWords([shape, ...shapes.filter(({ name }) => items.includes(name))], values),
      ...anyLiteral.map(include),
    ],
  };
}

/** Words that go on with an item in its next line. */
function laterWords(shapes: readonly Shape[], values: Values): readonly Pattern[] {
  const scopes = new Map<string, string>();
  const visit = (expression: Expression, place: WordPlace): void => {
    const chosen =
      expression.kind === 'rule' ? values.get(expression.name) : choiceOfWords(expression);
    if (chosen !== undefined) {
      for (const word of chosen) scopes.set(word, scopeOfValue);
    } else if (expression.kind === 'word' && expression.text !== '..') {
      scopes.set(expression.text, scopeOfWord(expression.text, place));
    } else if (expression.kind === 'optional') {
      visit(expression.part, expression.part.kind === 'word' ? 'option' : 'clause');
    } else if (expression.kind === 'repetition') {
      visit(expression.part, 'clause');
    } else if (expression.kind === 'sequence' || expression.kind === 'choice') {
      for (const part of expression.parts) visit(part, 'clause');
    }
  };
  for (const { head } of shapes) for (const part of head) visit(part, 'clause');
  const scopesInUse = new Set(scopes.values());
  return [...scopesInUse].map((name) => {
    const words = [...scopes].filter(([, scope]) => scope === name).map(([word]) => word);
    return { name, match: `${before}${oneOf(words)}${behind}` };
  });
}

/** A pattern for the words and tokens of a rule up to its block, and what each group of it is. */
class Line {
  private readonly captures: Record<string, Pattern> = {};
  private groups = 0;
  private readonly shape: Shape;
  private readonly place: 'declaration' | 'item';
  private readonly values: Values;

  constructor(shape: Shape, place: 'declaration' | 'item', values: Values) {
    this.shape = shape;
    this.place = place;
    this.values = values;
  }

  match(): Pattern {
    const first = this.capture(this.shape.word, {
      name: scopeOfWord(this.shape.word, this.place),
    });
    return {
      match: `${before}${first}${behind}${this.after(this.shape.head)}`,
      captures: this.captures,
    };
  }

  /** These in their order, each with what stands before it, as far as they are written. */
  private after(parts: readonly Expression[]): string {
    const [first, ...rest] = parts;
    if (first === undefined) return '';
    if (first.kind === 'optional') {
      const { part } = first;
      const option = part.kind === 'word' ? this.word(part.text, 'option') : this.mandatory(part);
      return `(?:\\s*${option})?${this.after(rest)}`;
    }
    return `(?:\\s*${this.mandatory(first)}${this.after(rest)})?`;
  }

  private mandatory(expression: Expression): string {
    const words = this.wordsOf(expression);
    if (words !== undefined) {
      return `${this.capture(words.join('|'), { name: scopeOfValue })}${behind}`;
    }
    switch (expression.kind) {
      case 'sequence': {
        const [first, ...rest] = expression.parts;
        return first === undefined ? '' : `${this.mandatory(first)}${this.after(rest)}`;
      }
      case 'choice':
        return `(?:${expression.parts.map((part) => this.mandatory(part)).join('|')})`;
      case 'repetition':
        return this.capture(
          `${this.plain(expression.part)}(?:\\s*${this.plain(expression.part)})*`,
          {
            patterns: this.patternsOf(expression.part),
          },
        );
      case 'word':
        return this.word(expression.text, this.place === 'declaration' ? 'declaration' : 'clause');
      case 'token':
        return this.token(expression.name);
      default:
        throw new Error(`${this.shape.name} holds ${expression.kind}, which has no pattern yet.`);
    }
  }

  private word(text: string, place: WordPlace): string {
    if (text === '..') return this.capture('\\.\\.', include('range'));
    return `${this.capture(text, { name: scopeOfWord(text, place) })}${behind}`;
  }

  private token(name: string): string {
    const look = shapesOfTokens[name];
    if (look === undefined) throw new Error(`${name} has no look yet.`);
    if (name === 'NAME') return this.capture(look, { name: scopeOfName(this.shape.name) });
    return this.capture(look, { patterns: [include(name)] });
  }

  /** Without groups: only the last round of a repetition would be captured. */
  private plain(expression: Expression): string {
    const words = this.wordsOf(expression);
    if (words !== undefined) return `${oneOf(words)}${behind}`;
    if (expression.kind === 'sequence') {
      return `(?:${expression.parts.map((part) => this.plain(part)).join('\\s*')})`;
    }
    if (expression.kind === 'word') return '\\.\\.';
    return expression.kind === 'token' ? (shapesOfTokens[expression.name] ?? '') : '';
  }

  private patternsOf(expression: Expression): readonly Pattern[] {
    const words = this.wordsOf(expression);
    if (words !== undefined) return [{ name: scopeOfValue, match: `${oneOf(words)}${behind}` }];
    if (expression.kind === 'sequence') {
      return expression.parts.flatMap((part) => this.patternsOf(part));
    }
    if (expression.kind === 'word') return [include('range')];
    return expression.kind === 'token' ? [include(expression.name)] : [];
  }

  private wordsOf(expression: Expression): readonly string[] | undefined {
    return expression.kind === 'rule'
      ? this.values.get(expression.name)
      : choiceOfWords(expression);
  }

  private capture(look: string, pattern: Pattern): string {
    this.groups++;
    this.captures[this.groups] = pattern.include === undefined ? pattern : { patterns: [pattern] };
    return `(${look})`;
  }
}

const anyLiteral = Object.keys(literals).filter((name) => name !== 'comment');

function include(name: string): Pattern {
  return { include: `#${name}` };
}

function oneOf(words: readonly string[]): string {
  return `(?:${words.join('|')})`;
}
