/** What may be written where the cursor is. */
import { expectedAt, type SourceFile, type Span } from '@oncall/language';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
} from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Proposal } from './completion/proposal.ts';
import { propose } from './completion/propose.ts';

export function completion(snapshot: Snapshot, { position }: CompletionParams): CompletionList {
  const { analysis, file, client, uri } = snapshot;
  const offset = snapshot.offsetAt(position);
  const expected = expectedAt(analysis, file.path, offset);
  const { span, inside, open } = expected;
  const typed = file.text.slice(span.start, offset);
  const { proposals, cut } = propose(snapshot, expected, typed);
  const range = snapshot.rangeAt(span.start, span.end);
  const snippets =
    client.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true &&
    !isFollowed(file, span);

  // A word that begins at the cursor stays one of its own.
  const joins = span.end === offset && /[\p{L}\p{Nd}_@$"-]/u.test(file.text[offset] ?? '');
  const behind = inside === 'string' ? (open ? '"' : '') : joins ? ' ' : '';
  const items = proposals.map((proposal, index): CompletionItem => {
    const { text, kind, detail, snippet, documented } = proposal;
    const isSnippet = snippets && snippet !== undefined;
    return {
      label: text,
      kind: isSnippet ? CompletionItemKind.Snippet : kind,
      ...(detail !== undefined && { detail }),
      sortText: String(index).padStart(4, '0'),
      filterText: filterOf(proposal, typed),
      ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
      textEdit: { range, newText: (isSnippet ? snippet : text) + behind },
      ...(documented !== undefined && { data: { uri, documented } }),
    };
  });
  return { isIncomplete: cut, items };
}

/** Whether a word is there already with what belongs to it, so that a whole block would double that. */
function isFollowed({ text }: SourceFile, { start, end }: Span): boolean {
  const rest = /[^\r\n#]*/y;
  rest.lastIndex = end;
  return end > start && /[^\s>]/.test(rest.exec(text)?.[0] ?? '');
}

/** What a client holds against what is typed: with the sign before a name only where it is typed. */
function filterOf({ text, known }: Proposal, typed: string): string {
  const bare = /^[@"]/.test(typed) ? text : text.replace(/^[@"]/, '');
  return known === undefined ? bare : `${bare} ${known}`;
}
