/** The kinds of token, and the words that have a meaning where they stand; none is reserved. */
import type { TokenType } from 'chevrotain';

/** All of them. */
export const vocabulary: TokenType[] = [];

/** Chevrotain numbers its own from 1. */
const firstId = 16;

/** What may stand as a name: any word, also one that begins with a digit. */
export const NameToken = token('Name', 'a name');
/** What begins with a digit: durations, times, datetimes, integers; and names such as `2nd-line`. */
export const NumeralToken = token('Numeral', 'a number');
/** A day of the week. */
export const DayToken = token('Day', 'a day (mon to sun)');

export const WordToken = token('Word', 'a word', NameToken);
/** A numeral without a colon, which may stand as a name too. */
export const DigitsToken = token('Digits', 'a number', NumeralToken, NameToken);
/** A numeral with a colon: a time or a datetime. */
export const ClockToken = token('Clock', 'a time', NumeralToken);
export const RefToken = token('Ref', 'a reference such as @alice');
export const StringToken = token('String', 'a text in quotes');
export const VariableToken = token('Variable', 'a $VARIABLE');
export const OpenToken = token('Open', '<');
export const CloseToken = token('Close', '>');
export const RangeToken = token('Range', '..');

/**
 * As chevrotain's createToken, which goes through all members of a category for each new one: that
 * takes longer than to read a small project.
 */
function token(name: string, label: string, ...categories: TokenType[]): TokenType {
  const id = firstId + vocabulary.length;
  const type: TokenType = {
    name,
    LABEL: label,
    CATEGORIES: categories,
    tokenTypeIdx: id,
    categoryMatches: [],
    categoryMatchesMap: {},
    isParent: false,
  };
  for (const category of categories) {
    category.categoryMatches?.push(id);
    Object.assign(category.categoryMatchesMap as object, { [id]: true });
    category.isParent = true;
  }
  vocabulary.push(type);
  return type;
}

const keyword = <W extends string>(word: W, ...categories: TokenType[]): Record<W, TokenType> =>
  ({ [word]: token(`Keyword-${word}`, word, NameToken, ...categories) }) as Record<W, TokenType>;

export const keywords = {
  ...keyword('project'),
  ...keyword('account'),
  ...keyword('region'),
  ...keyword('lint'),
  ...keyword('error'),
  ...keyword('warning'),
  ...keyword('off'),
  ...keyword('contact'),
  ...keyword('channel'),
  ...keyword('voice'),
  ...keyword('sms'),
  ...keyword('email'),
  ...keyword('deferred'),
  ...keyword('stage'),
  ...keyword('notify'),
  ...keyword('retry'),
  ...keyword('essential'),
  ...keyword('use'),
  ...keyword('template'),
  ...keyword('plan'),
  ...keyword('schedule'),
  ...keyword('rotation'),
  ...keyword('zone'),
  ...keyword('start'),
  ...keyword('members'),
  ...keyword('on-call'),
  ...keyword('daily'),
  ...keyword('weekly'),
  ...keyword('monthly'),
  ...keyword('every'),
  ...keyword('cover'),
  ...keyword('override'),
  ...keyword('extern'),
  ...keyword('alias'),
  ...keyword('tag'),
  ...keyword('test'),
  ...keyword('page'),
  ...keyword('at'),
  ...keyword('ack'),
  ...keyword('after'),
  ...keyword('expect'),
  ...keyword('within'),
  ...keyword('no'),
  ...keyword('mon', DayToken),
  ...keyword('tue', DayToken),
  ...keyword('wed', DayToken),
  ...keyword('thu', DayToken),
  ...keyword('fri', DayToken),
  ...keyword('sat', DayToken),
  ...keyword('sun', DayToken),
};

/** The token of a word: its keyword, where it is one. */
export function wordToken(word: string): TokenType {
  return tokenOfWord.get(word) ?? WordToken;
}

const tokenOfWord = new Map<string, TokenType>(Object.entries(keywords));
