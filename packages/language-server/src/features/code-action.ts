/** What may be changed at a place, as the client offers it: mends, and new forms of what is there. */
import { type Change, changesFor, type Diagnostic } from '@oncall/language';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic as ProtocolDiagnostic,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { fixAll, fixesOfOneKind } from './code-action/fix-all.ts';
import { writeTest } from './code-action/write-test.ts';

export const codeActionKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.Refactor,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  `${CodeActionKind.SourceFixAll}.oncall`,
];

export function codeAction(snapshot: Snapshot, { range, context }: CodeActionParams): CodeAction[] {
  const { analysis, file } = snapshot;
  const span = { start: snapshot.offsetAt(range.start), end: snapshot.offsetAt(range.end) };
  const changes = changesFor(analysis, file.path, span);
  const asked = context.only;
  const actions = [
    ...changes.map((change) => actionOf(snapshot, change, context.diagnostics)),
    ...fixesOfOneKind(snapshot, changes).map(({ title, edits }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      edit: workspaceEdit(snapshot, edits),
    })),
    ...writeTest(snapshot, range.start).map(({ title, edits }) => ({
      title,
      kind: CodeActionKind.Refactor,
      edit: workspaceEdit(snapshot, edits),
    })),
    // Made only where it is asked for, such as when a file is saved.
    ...(asked === undefined ? [] : fixAll(snapshot)).map(({ title, edits }) => ({
      title,
      kind: `${CodeActionKind.SourceFixAll}.oncall`,
      edit: workspaceEdit(snapshot, edits),
    })),
  ];
  return actions.filter(({ kind = '' }) => asked?.some((each) => isOf(kind, each)) ?? true);
}

/** Kinds are hierarchies: what asks for `source` gets `source.fixAll` too. */
function isOf(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

const kinds = {
  mend: CodeActionKind.QuickFix,
  silence: CodeActionKind.QuickFix,
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
} as const;

function actionOf(
  snapshot: Snapshot,
  { kind, title, diagnostic, edits }: Change,
  told: readonly ProtocolDiagnostic[],
): CodeAction {
  const same =
    diagnostic === undefined ? [] : told.filter((it) => isSame(snapshot, it, diagnostic));
  const isFix = diagnostic?.fixes.length === 1 && diagnostic.fixes[0]?.title === title;
  const silences = kind === 'silence' && canPlaceCursor(snapshot);
  return {
    title,
    kind: kinds[kind],
    ...(same.length > 0 && { diagnostics: same }),
    ...(isFix && { isPreferred: true }),
    edit: silences ? withPlaces(snapshot, edits) : workspaceEdit(snapshot, edits),
  };
}

function isSame(snapshot: Snapshot, told: ProtocolDiagnostic, diagnostic: Diagnostic): boolean {
  return (
    told.code === diagnostic.code &&
    snapshot.offsetAt(told.range.start) === diagnostic.location.span.start
  );
}

function workspaceEdit(snapshot: Snapshot, edits: Change['edits']): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { location, text } of edits) {
    const uri = snapshot.uriOf(location.file);
    changes[uri] ??= [];
    changes[uri].push({ range: snapshot.rangeOf(location), newText: text });
  }
  return { changes };
}

function canPlaceCursor({ client }: Snapshot): boolean {
  const can = client.capabilities.workspace?.workspaceEdit;
  return can?.documentChanges === true && can.snippetEditSupport === true;
}

/** The reason of a comment that silences is where one goes on writing. */
function withPlaces(snapshot: Snapshot, edits: Change['edits']): WorkspaceEdit {
  const documentChanges = edits.map(({ location, text }): TextDocumentEdit => {
    const value = text.replace(/[\\$}]/g, '\\$&').replace(': \n', ': $0\n');
    return {
      textDocument: { uri: snapshot.uriOf(location.file), version: null },
      edits: [{ range: snapshot.rangeOf(location), snippet: { kind: 'snippet', value } }],
    };
  });
  return { documentChanges };
}
