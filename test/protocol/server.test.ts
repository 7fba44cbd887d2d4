import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { client } from './client.ts';

describe('the server', () => {
  it('says who it is and what it can', async () => {
    const { result } = await client();
    expect(result.serverInfo).toMatchObject({ name: 'oncall' });
    expect(result.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: true,
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentLinkProvider: {},
      callHierarchyProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: {
        firstTriggerCharacter: '>',
        moreTriggerCharacter: ['\n'],
      },
      workspace: { workspaceFolders: { supported: true } },
    });
    expect(result.capabilities.diagnosticProvider).toBeUndefined();
  });

  it('offers to be asked for diagnostics by those who ask', async () => {
    const { result } = await client({}, { capabilities: { textDocument: { diagnostic: {} } } });
    expect(result.capabilities.diagnosticProvider).toEqual({
      identifier: 'oncall',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
  });

  it('takes the flags that editors give, and needs none', async () => {
    const words = ['lsp', '--stdio', `--clientProcessId=${process.pid}`];
    const { result } = await client({}, { words });
    expect(result.serverInfo).toMatchObject({ name: 'oncall' });
  });

  it('answers in UTF-8 where that is offered first', async () => {
    const editor = await client(
      {},
      { capabilities: { general: { positionEncodings: ['utf-8', 'utf-16'] } } },
    );
    expect(editor.result.capabilities.positionEncoding).toBe('utf-8');
    editor.open(
      'a.oncall',
      'test "日🎉" < page @b at 2026-01-05T09:00 "Etc/UTC" expect @b within 5m >',
    );
    const found = await editor.diagnostics('a.oncall');
    const dangling = found.find(({ code }) => code === 'dangling-contact');
    const character = Buffer.byteLength('test "日🎉" < page ');
    expect(dangling?.range.start).toEqual({ line: 0, character });
  });

  it('answers empty where it fails, says where in its log, and goes on', async () => {
    const editor = await client();
    editor.open('a.oncall', 'contact alice < >');
    const textDocument = { uri: editor.uri('a.oncall') };
    const failed = editor.connection.sendRequest('textDocument/definition', { textDocument });
    await expect(failed).resolves.toBeNull();
    expect(editor.logs.join('\n')).toMatch(/textDocument\/definition failed: TypeError\n\s+at /);
    const position = { line: 0, character: 9 };
    const found = editor.connection.sendRequest('textDocument/definition', {
      textDocument,
      position,
    });
    await expect(found).resolves.toHaveLength(1);
  });

  it('knows nothing of documents that there are not', async () => {
    const editor = await client();
    const params = {
      textDocument: { uri: 'file:///nowhere.oncall' },
      position: { line: 0, character: 0 },
    };
    for (const method of ['definition', 'documentSymbol', 'rename', 'foldingRange', 'formatting']) {
      expect(await editor.connection.sendRequest(`textDocument/${method}`, params)).toBeNull();
    }
    expect(editor.logs).toEqual([]);
  });

  it('outlives what is no message', async () => {
    const editor = await client();
    editor.server.stdin?.write('Content-Length: 5\r\n\r\n{nope');
    editor.open('a.oncall', 'nonsense');
    expect(await editor.diagnostics('a.oncall')).toHaveLength(1);
  });

  it('watches files where the client can', async () => {
    const editor = await client(
      {},
      { capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } },
    );
    const asked = new Promise<unknown>((done) => {
      editor.connection.onRequest('client/registerCapability', (params) => {
        done(params);
        return null;
      });
    });
    await expect(asked).resolves.toMatchObject({
      registrations: [
        {
          method: 'workspace/didChangeWatchedFiles',
          registerOptions: {
            watchers: [{ globPattern: '**/*.oncall' }, { globPattern: '**/oncall.env' }],
          },
        },
      ],
    });
  });

  it('serves several folders, which come and go', async () => {
    const files = { 'one/a.oncall': 'contact alice < >', 'two/b.oncall': 'contact alice < >' };
    const editor = await client(files, { workspaceFolders: ['one'] });
    const names = async () => {
      const found = await editor.connection.sendRequest<{ location: { uri: string } }[]>(
        'workspace/symbol',
        { query: 'alice' },
      );
      return found.map(({ location }) => location.uri);
    };
    expect(await names()).toEqual([editor.uri('one/a.oncall')]);
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: [{ name: 'two', uri: editor.uri('two') }],
        removed: [{ name: 'one', uri: editor.uri('one') }],
      },
    });
    expect(await names()).toEqual([editor.uri('two/b.oncall')]);
  });
});

describe('the end', () => {
  it('comes with exit, well behaved', async () => {
    const editor = await client();
    await editor.connection.sendRequest('shutdown');
    await editor.connection.sendNotification('exit');
    expect(await editor.ended()).toBe(0);
  });

  it('comes when the pipe is closed', async () => {
    const editor = await client();
    editor.server.stdin?.end();
    expect(await editor.ended()).toBe(1);
  });

  it('comes when the editor is gone and its pipe is not', async () => {
    const editor = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    onTestFinished(() => void editor.kill());
    const server = await client({}, { words: ['lsp', `--clientProcessId=${editor.pid}`] });
    editor.kill();
    expect(await server.ended()).toBe(1);
  });
});

it('is found under the name that editors look for', async () => {
  const binary = join(import.meta.dirname, '../../packages/cli/bin/oncall-language-server.cjs');
  const server = spawn(process.execPath, [binary, '--stdio']);
  onTestFinished(() => void server.kill());
  const json = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  server.stdin.write(`Content-Length: ${json.length}\r\n\r\n${json}`);
  const answer = await new Promise<string>((done) => {
    server.stdout.once('data', (data) => done(String(data)));
  });
  expect(answer).toContain('Content-Length: ');
});
