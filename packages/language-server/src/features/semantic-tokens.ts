/** What each word is, for colours that know more than patterns do. */
import { type TokenRole, tokensWithin } from '@oncall/language';
import type {
  SemanticTokens,
  SemanticTokensLegend,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';

/** Types that every theme knows, one for each kind of thing. */
const typeOf = {
  comment: 'comment',
  keyword: 'keyword',
  string: 'string',
  number: 'number',
  day: 'number',
  variable: 'variable',
  code: 'enumMember',
  'tag-key': 'parameter',
  channel: 'property',
  project: 'namespace',
  contact: 'class',
  plan: 'event',
  schedule: 'interface',
  rotation: 'struct',
  extern: 'type',
  template: 'macro',
} as const satisfies Record<Exclude<TokenRole, 'unknown'>, string>;

export const legend: SemanticTokensLegend = {
  tokenTypes: [...new Set(Object.values(typeOf))],
  tokenModifiers: ['declaration'],
};

export function semanticTokens(snapshot: Snapshot): SemanticTokens {
  return encoded(snapshot, 0, snapshot.file.text.length);
}

export function semanticTokensRange(
  snapshot: Snapshot,
  { range }: SemanticTokensRangeParams,
): SemanticTokens {
  return encoded(snapshot, snapshot.offsetAt(range.start), snapshot.offsetAt(range.end));
}

const indexOf = new Map<string, number>(legend.tokenTypes.map((type, index) => [type, index]));

/** Five numbers a token, places as distances from the one before, as the protocol has it. */
function encoded(snapshot: Snapshot, start: number, end: number): SemanticTokens {
  const { analysis, file } = snapshot;
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokensWithin(analysis, file.path, { start, end })) {
    if (token.role === 'unknown') continue;
    const from = snapshot.positionAt(token.start);
    const length = snapshot.positionAt(token.end).character - from.character;
    const isSameLine = from.line === line;
    data.push(
      from.line - line,
      isSameLine ? from.character - character : from.character,
      length,
      indexOf.get(typeOf[token.role]) as number,
      token.gives ? 1 : 0,
    );
    line = from.line;
    character = from.character;
  }
  return { data };
}
