/** Codes of diagnostics, where they are set or silenced. */
import type { ExpectedThing } from '@oncall/language';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Proposal } from './proposal.ts';

export function codes({
  codes: all,
  named,
}: Extract<ExpectedThing, { kind: 'code' }>): readonly Proposal[] {
  return all
    .filter((code) => !named.has(code))
    .map((code) => ({
      text: code,
      kind: CompletionItemKind.EnumMember,
      documented: { kind: 'code', code },
    }));
}

/** The word that makes a comment silence a warning. */
export const ignoreComment: readonly Proposal[] = [
  {
    text: 'oncall-ignore',
    kind: CompletionItemKind.Keyword,
    detail: 'silences a warning below',
    snippet: 'oncall-ignore $1: $0',
  },
];
