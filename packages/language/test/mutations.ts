/** One small mistake at each place of a text where it can be made. */

/** A text with a mistake in it, and where. */
export interface Mutation {
  readonly text: string;
  readonly at: number;
  /** What stood there, and what stands there now. */
  readonly was: string;
  readonly is: string;
}

/** A stretch of text that is one token, cut here by rules of its own. */
interface Cut {
  readonly kind: 'open' | 'close' | 'string' | 'ref' | 'variable' | 'word' | 'numeral' | 'range';
  readonly start: number;
  readonly text: string;
}

export function cuts(text: string): readonly Cut[] {
  const form =
    /(?<comment>#[^\r\n]*)|(?<string>"(?:\\.|[^"\\\r\n])*")|(?<open><)|(?<close>>)|(?<range>\.\.)|(?<ref>@[\w-]+)|(?<variable>\$\w+)|(?<numeral>\d[\w:+-]*)|(?<word>[\p{L}_-][\p{L}\p{Nd}_-]*)/gu;
  const found: Cut[] = [];
  for (const match of text.matchAll(form)) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, part]) => part !== undefined) ?? [];
    if (kind === undefined || kind === 'comment') continue;
    found.push({ kind: kind as Cut['kind'], start: match.index, text: match[0] });
  }
  return found;
}

export function put(text: string, at: number, was: string, is: string): Mutation {
  return { text: text.slice(0, at) + is + text.slice(at + was.length), at, was, is };
}

const keywords = new Set(
  `project account region lint error warning off contact channel voice sms email deferred stage
  notify retry essential use template plan schedule rotation zone start members on-call daily
  weekly monthly every cover override extern alias tag test page at ack after expect within no mon
  tue wed thu fri sat sun`.split(/\s+/),
);

/** Whether a word stands as a keyword, and not as the name of something. */
function isKeyword(all: readonly Cut[], index: number): boolean {
  const { kind, text } = all[index] as Cut;
  if (kind !== 'word' || !keywords.has(text)) return false;
  const before = all[index - 1]?.text ?? '';
  const named = /^(project|contact|plan|schedule|rotation|template|channel|use|tag|lint|notify)$/;
  return !(named.test(before) && isKeyword(all, index - 1));
}

/** Words whose slip makes another declaration or item of what they begin, with nothing to see. */
export const mistakes = {
  'delete >': (text) => ofKind(text, 'close').map(({ start }) => put(text, start, '>', '')),
  'delete <': (text) => ofKind(text, 'open').map(({ start }) => put(text, start, '<', '')),
  'double >': (text) => ofKind(text, 'close').map(({ start }) => put(text, start, '', '> ')),
  'stray > after a word': (text) =>
    cuts(text).map((cut) => put(text, cut.start + cut.text.length, '', ' >')),
  'stray <': (text) => cuts(text).map((cut) => put(text, cut.start + cut.text.length, '', ' <')),
  'delete the opening quote': (text) =>
    ofKind(text, 'string').map(({ start }) => put(text, start, '"', '')),
  'delete the closing quote': (text) =>
    ofKind(text, 'string').map((cut) => put(text, cut.start + cut.text.length - 1, '"', '')),
  'misspell a keyword': (text) => {
    const all = cuts(text);
    return all.flatMap((cut, index) =>
      isKeyword(all, index) ? [put(text, cut.start, cut.text, misspelt(cut.text))] : [],
    );
  },
  'delete a token': (text) =>
    cuts(text)
      .filter(({ kind }) => kind !== 'open' && kind !== 'close')
      .map((cut) => put(text, cut.start, cut.text, '')),
  'double a token': (text) =>
    cuts(text)
      .filter(({ kind }) => kind !== 'open' && kind !== 'close')
      .map((cut) => put(text, cut.start, '', `${cut.text} `)),
  'misspell a reference': (text) =>
    ofKind(text, 'ref').map((cut) => put(text, cut.start, cut.text, `${cut.text}x`)),
  'capitalise a reference': (text) =>
    ofKind(text, 'ref').map((cut) => put(text, cut.start, cut.text, cut.text.toUpperCase())),
  'insert ; before a token': (text) => cuts(text).map((cut) => put(text, cut.start, '', '; ')),
  'insert , behind a token': (text) =>
    cuts(text).map((cut) => put(text, cut.start + cut.text.length, '', ',')),
  'double a line': (text) =>
    [...text.matchAll(/^[ \t]*\w[^\r\n<>#]*\r?\n/gm)].map((line) =>
      put(text, line.index, '', line[0]),
    ),
} satisfies Record<string, (text: string) => readonly Mutation[]>;

function ofKind(text: string, kind: Cut['kind']): readonly Cut[] {
  return cuts(text).filter((cut) => cut.kind === kind);
}

function misspelt(word: string): string {
  const last = word.at(-1) === 'x' ? 'y' : 'x';
  return word.length < 3 ? word + last : word.slice(0, 1) + word.slice(2);
}
