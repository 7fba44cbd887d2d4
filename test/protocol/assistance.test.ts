/** What helps while one writes, as an editor asks for it: a row of the protocol each. */
import { describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Hover,
  InlayHint,
  SemanticTokens,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { client, cursor } from './client.ts';

const name = 'main.oncall';

const text = `contact alice "Alice Example" <
  channel phone voice $ALICE_PHONE
  stage 5m < notify phone >
>

plan sre <
  stage 5m < notify @alice essential >
  stage 5m < notify @alcie >
>

test "alice is reached" <
  page @sre at 2026-03-02T03:00 "UTC"
  expect @alice within 0m
>
`;

/** A client with the text open, and how to ask about the place of a cursor in it. */
async function asking(marked = text, environment: Readonly<Record<string, string>> = {}) {
  const editor = await client({}, { env: environment });
  const { position, text: opened } = cursor(marked.includes('┆') ? marked : `┆${marked}`);
  editor.open(name, opened);
  const textDocument = { uri: editor.uri(name) };
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
  const ask = <R>(method: string, params: object = {}): Promise<R> =>
    editor.connection.sendRequest<R>(method, { textDocument, position, ...params });
  return { editor, ask, uri: textDocument.uri, position, range };
}

describe('over stdio', () => {
  it('completes a name, and documents it', async () => {
    const { ask } = await asking(text.replace('@alcie', '@al┆'));
    const { items } = await ask<CompletionList>('textDocument/completion');
    const alice = items.find(({ label }) => label === '@alice') as CompletionItem;
    expect(alice.detail).toBe('Alice Example');
    const resolved = await ask<CompletionItem>('completionItem/resolve', alice);
    expect(JSON.stringify(resolved.documentation)).toContain('calls');
  });

  it('tells what is hovered', async () => {
    const { ask } = await asking(text.replace('plan sre', 'plan s┆re'));
    const { contents } = await ask<Hover>('textDocument/hover');
    expect(JSON.stringify(contents)).toContain('engage alice, essential');
  });

  it('mends a dangling name', async () => {
    const { ask, uri, position } = await asking(text.replace('@alcie', '@al┆cie'));
    const range = { start: position, end: position };
    const actions = await ask<readonly CodeAction[]>('textDocument/codeAction', {
      range,
      context: { diagnostics: [] },
    });
    const fix = actions.find(({ isPreferred }) => isPreferred);
    const edits = (fix?.edit?.changes?.[uri] ?? []) as TextDocumentEdit['edits'];
    expect(edits).toMatchObject([{ newText: 'alice' }]);
  });

  it('says above a test whether it passes', async () => {
    const { ask } = await asking();
    const lenses = await ask<readonly CodeLens[]>('textDocument/codeLens');
    const resolved = await Promise.all(
      lenses.map((lens) => ask<CodeLens>('codeLens/resolve', lens)),
    );
    expect(resolved.map(({ command }) => command?.title)).toEqual([
      'simulate',
      '1 use',
      'run',
      'passed',
    ]);
  });

  it('hints at what is set, masked', async () => {
    const { ask, range } = await asking(text, { ALICE_PHONE: '+12065550100' });
    const hints = await ask<readonly InlayHint[]>('textDocument/inlayHint', { range });
    expect(hints.map(({ label }) => label).toSorted()).toEqual([
      '+5m',
      '= +1******0100',
      'Mon UTC+00:00',
    ]);
  });

  it('colours words, in whole and in part', async () => {
    const { ask } = await asking();
    const all = await ask<SemanticTokens>('textDocument/semanticTokens/full');
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const some = await ask<SemanticTokens>('textDocument/semanticTokens/range', { range });
    expect(some.data).toHaveLength(3 * 5);
    expect(all.data.slice(0, 15)).toEqual(some.data);
  });

  it('runs commands, and answers what is ours', async () => {
    const { editor, uri, ask } = await asking(text.replace('plan sre', 'plan s┆re'));
    const run = (command: string, ...values: readonly unknown[]) =>
      editor.connection.sendRequest('workspace/executeCommand', {
        command,
        arguments: [uri, ...values],
      });
    expect(await run('oncall.runTest', 'alice is reached')).toEqual({ passed: true, failures: [] });
    expect(await run('oncall.simulate', 5, 0)).toMatchObject({
      text: expect.stringContaining('@sre paged'),
    });
    expect(await ask('oncall/tests')).toMatchObject([{ uri, title: 'alice is reached' }]);
    expect(await ask('oncall/preview')).toMatchObject({ title: 'plan sre' });
  });

  it('says of itself that it can', async () => {
    const { editor } = await asking();
    expect(editor.result.capabilities).toMatchObject({
      completionProvider: { resolveProvider: true },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: expect.arrayContaining(['quickfix']) },
      codeLensProvider: { resolveProvider: true },
      inlayHintProvider: true,
      semanticTokensProvider: { full: true, range: true },
      executeCommandProvider: { commands: expect.arrayContaining(['oncall.runTest']) },
    });
  });
});
