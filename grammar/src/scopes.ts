/** The names that themes know, for what stands in the text; and the tokens that look alike anywhere. */

/** As far as TextMate's patterns go here. */
export interface Pattern {
  readonly name?: string;
  readonly include?: string;
  readonly match?: string;
  readonly captures?: Captures;
  readonly begin?: string;
  readonly beginCaptures?: Captures;
  readonly end?: string;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Pattern[];
}

export type Captures = Readonly<Record<string, Pattern>>;

/** Where a word stands that has a meaning of its own. */
export type WordPlace =
  /** The first of a declaration, as `contact`. */
  | 'declaration'
  /** The first of an item, as `notify`. */
  | 'item'
  /** Before what it says the meaning of, as `retry` before a duration. */
  | 'clause'
  /** All there is of an option, as `essential`. */
  | 'option';

export function scopeOfWord(word: string, place: WordPlace): string {
  return `${scopesOfPlaces[place]}.${word}.oncall`;
}

/** One of several words, as `voice`. */
export const scopeOfValue = 'constant.language.oncall';

const scopesOfPlaces: Readonly<Record<WordPlace, string>> = {
  declaration: 'storage.type',
  item: 'keyword.control',
  clause: 'keyword.other',
  option: 'storage.modifier',
};

/** The name that a rule declares or refers to without an `@`. */
export function scopeOfName(rule: string): string {
  return `${usedNames.get(rule) ?? `entity.name.type.${rule}`}.oncall`;
}

const usedNames = new Map([
  ['channel', 'variable.other.definition.channel'],
  ['target', 'variable.other.channel'],
  ['use', 'variable.other.template'],
  ['lint', 'variable.other.code'],
  ['tag', 'variable.other.property.tag'],
]);

/** A character of a word, and what must not stand before and behind a word. */
export const character = String.raw`[\p{L}\p{Nd}_-]`;
export const behind = `(?!${character})`;
export const before = String.raw`(?<![\p{L}\p{Nd}_@$-])`;

/** Each class of tokens by its name in the grammar: how it looks, without groups that capture. */
export const shapesOfTokens: Readonly<Record<string, string>> = {
  NAME: `${character}+`,
  REF: `@${character}+`,
  VARIABLE: `\\$${character}+`,
  STRING: String.raw`"(?:[^"\\]|\\.)*"`,
  DURATION: `(?:[0-9]+[wdhms])+${behind}`,
  TIME: `[0-9]{2}:[0-9]{2}(?![\\p{L}\\p{Nd}_:+-])`,
  DATETIME: String.raw`[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?(?![\p{L}\p{Nd}_:+-])`,
  INTEGER: `[0-9]+(?![\\p{L}\\p{Nd}_:-])`,
};

const punctuation = (name: string): Pattern => ({ name: `punctuation.definition.${name}.oncall` });

/** What looks alike wherever it stands, by the name to include it by. */
export const literals: Readonly<Record<string, Pattern>> = {
  comment: {
    patterns: [
      {
        name: 'comment.line.number-sign.oncall',
        match: String.raw`(#)[ \t]*(oncall-ignore)(?![\w-])(?:[ \t]+([^\s:]+))?(?:[ \t]*(:))?.*$`,
        captures: {
          1: punctuation('comment'),
          2: { name: 'keyword.other.ignore.oncall' },
          3: { name: 'variable.other.code.oncall' },
          4: { name: 'punctuation.separator.reason.oncall' },
        },
      },
      {
        name: 'comment.line.number-sign.oncall',
        match: '(#).*$',
        captures: { 1: punctuation('comment') },
      },
    ],
  },
  STRING: {
    name: 'string.quoted.double.oncall',
    begin: '"',
    beginCaptures: { 0: punctuation('string.begin') },
    // No token spans a line end.
    end: '(")|$',
    endCaptures: { 1: punctuation('string.end') },
    patterns: [
      {
        name: 'constant.character.escape.oncall',
        match: String.raw`\\(?:["\\nt]|u\{[0-9a-fA-F]{1,6}\})`,
      },
      { name: 'invalid.illegal.escape.oncall', match: String.raw`\\(?:u\{?|.)?` },
    ],
  },
  VARIABLE: {
    name: 'variable.other.constant.oncall',
    match: `(\\$)${character}+`,
    captures: { 1: punctuation('variable') },
  },
  REF: {
    name: 'variable.other.reference.oncall',
    match: `(@)${character}+`,
    captures: { 1: punctuation('reference') },
  },
  DATETIME: {
    name: 'constant.numeric.datetime.oncall',
    match: `${before}${shapesOfTokens['DATETIME']}`,
  },
  TIME: { name: 'constant.numeric.time.oncall', match: `${before}${shapesOfTokens['TIME']}` },
  DURATION: {
    name: 'constant.numeric.duration.oncall',
    match: `${before}${shapesOfTokens['DURATION']}`,
    captures: {
      0: { patterns: [{ name: 'keyword.other.unit.duration.oncall', match: '[wdhms]' }] },
    },
  },
  INTEGER: {
    name: 'constant.numeric.integer.oncall',
    match: `${before}${shapesOfTokens['INTEGER']}`,
  },
  range: { name: 'keyword.operator.range.oncall', match: String.raw`\.\.` },
};
