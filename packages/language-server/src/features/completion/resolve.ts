/** The documentation of a proposal, made when the client shows it. */
import { meaningOf } from '@oncall/language';
import type { CompletionItem } from 'vscode-languageserver';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { declaredWords, describe } from '../hover/describe.ts';
import { blocks, codeBlock, markup, plain } from '../hover/markdown.ts';
import type { Documented } from './proposal.ts';

export function resolveCompletion(snapshot: Snapshot, item: CompletionItem): CompletionItem {
  const { documented } = (item.data ?? {}) as { readonly documented?: Documented };
  const words = documented && wordsOf(documented, snapshot);
  if (words === undefined) return item;
  const { completion } = snapshot.client.capabilities.textDocument ?? {};
  return { ...item, documentation: markup(words, completion?.completionItem?.documentationFormat) };
}

/** Where the proposal was made. */
export function uriOfCompletion({ data }: CompletionItem): string {
  return (data as { readonly uri?: string } | undefined)?.uri ?? '';
}

function wordsOf(documented: Documented, snapshot: Snapshot): string | undefined {
  switch (documented.kind) {
    case 'word': {
      const meaning = meaningOf(documented.word, documented.in ?? undefined);
      if (meaning === undefined) return undefined;
      const { form, text } = meaning;
      return blocks(form === undefined ? undefined : codeBlock(form, 'oncall'), plain(text));
    }
    case 'declared':
      return declaredWords(documented.set, documented.name, snapshot);
    case 'code':
    case 'zone':
      return describe(documented, snapshot);
  }
}
