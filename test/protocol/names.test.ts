import { describe, expect, it } from 'vitest';
import type {
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentSymbol,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { type Client, client, cursor } from './client.ts';

const people = `contact alice "Alice Example" <
  channel phone voice "+12065550100"
  stage 5m < notify phone >
>
`;
const plans = cursor(`rotation primary < members @alice >
schedule on-call < rotation @primary >
plan sre < stage 5m < notify @ali┆ce essential notify @on-call > >
`);

async function editing(capabilities = {}): Promise<Client> {
  const editor = await client({ 'people.oncall': people }, { capabilities });
  editor.open('plans.oncall', plans.text);
  return editor;
}

function ask<R>(editor: Client, method: string, more: object = {}): Promise<R> {
  const textDocument = { uri: editor.uri('plans.oncall') };
  const { position } = plans;
  return editor.connection.sendRequest<R>(method, { textDocument, position, ...more });
}

describe('over stdio', () => {
  it('definition', async () => {
    const editor = await editing();
    expect(await ask<Location[]>(editor, 'textDocument/definition')).toEqual([
      {
        uri: editor.uri('people.oncall'),
        range: { start: { line: 0, character: 8 }, end: { line: 0, character: 13 } },
      },
    ]);
  });

  it('references', async () => {
    const editor = await editing();
    const context = { includeDeclaration: true };
    const found = await ask<Location[]>(editor, 'textDocument/references', { context });
    expect(found.map(({ uri, range }) => [uri, range.start.line])).toEqual([
      [editor.uri('people.oncall'), 0],
      [editor.uri('plans.oncall'), 0],
      [editor.uri('plans.oncall'), 2],
    ]);
  });

  it('document highlight', async () => {
    const editor = await editing();
    const found = await ask<DocumentHighlight[]>(editor, 'textDocument/documentHighlight');
    expect(found.map(({ range }) => range.start.line)).toEqual([0, 2]);
  });

  it('rename with prepare', async () => {
    const editor = await editing({ textDocument: { rename: { prepareSupport: true } } });
    expect(editor.result.capabilities.renameProvider).toEqual({ prepareProvider: true });
    expect(await ask(editor, 'textDocument/prepareRename')).toMatchObject({ placeholder: 'alice' });
    const told = new Promise<unknown>((done) => {
      editor.connection.onNotification('window/showMessage', done);
    });
    const edit = await ask<WorkspaceEdit>(editor, 'textDocument/rename', { newName: 'alicia' });
    expect(Object.entries(edit.changes ?? {}).map(([uri, edits]) => [uri, edits.length])).toEqual([
      [editor.uri('people.oncall'), 1],
      [editor.uri('plans.oncall'), 2],
    ]);
    expect(await told).toMatchObject({
      type: 3,
      message: expect.stringContaining('will see a new one, alicia'),
    });
  });

  it('rename, refused with a sentence', async () => {
    const editor = await editing();
    await expect(ask(editor, 'textDocument/rename', { newName: 'sre' })).rejects.toThrow(
      'There is a plan sre already. Take another name.',
    );
  });

  it('symbols of document and workspace', async () => {
    const editor = await editing({
      textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    });
    const symbols = await ask<DocumentSymbol[]>(editor, 'textDocument/documentSymbol');
    expect(symbols.map(({ name }) => name)).toEqual(['primary', 'on-call', 'sre']);
    const found = await ask<{ name: string }[]>(editor, 'workspace/symbol', { query: 'alx' });
    expect(found.map(({ name }) => name)).toEqual(['alice']);
  });

  it('who pages whom', async () => {
    const editor = await editing();
    const [alice] = await ask<CallHierarchyItem[]>(editor, 'textDocument/prepareCallHierarchy');
    const incoming = await ask<{ from: CallHierarchyItem }[]>(
      editor,
      'callHierarchy/incomingCalls',
      { item: alice },
    );
    expect(incoming.map(({ from }) => from.name)).toEqual(['primary', 'sre']);
    const outgoing = await ask<CallHierarchyOutgoingCall[]>(editor, 'callHierarchy/outgoingCalls', {
      item: incoming[1]?.from,
    });
    expect(outgoing.map(({ to }) => to.name)).toEqual(['alice', 'on-call']);
  });
});
