import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type {
  DocumentDiagnosticReport,
  RelatedFullDocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { write } from '../cli/oncall.ts';
import { client } from './client.ts';

const people =
  'contact alice "Alice" < channel phone voice "+12065550100" stage 5m < notify phone > >';
const plan = 'plan sre < stage 5m < notify @alice essential > stage 0m < notify @alicia > >';

const full = {
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1 as const] },
    },
  },
};

describe('pushed diagnostics', () => {
  it('are those of lint: range, severity, code, its page, a fix', async () => {
    const editor = await client({ 'people.oncall': people }, { capabilities: full });
    editor.open('plan.oncall', plan);
    const found = await editor.diagnostics('plan.oncall');
    const dangling = found.find(({ code }) => code === 'dangling-contact');
    expect(dangling).toMatchObject({
      range: { start: { line: 0, character: 66 }, end: { line: 0, character: 73 } },
      severity: 1,
      code: 'dangling-contact',
      source: 'oncall',
      message: expect.stringContaining('alicia'),
      data: { fixes: ['Write alice'] },
    });
    const page = readFileSync(fileURLToPath(dangling?.codeDescription?.href ?? ''), 'utf8');
    expect(page).toContain('# dangling-contact');
  });

  it('carry the version of the document that they are of', async () => {
    const editor = await client();
    editor.open('a.oncall', plan);
    editor.change('a.oncall', `${plan} x`);
    await editor.diagnostics('a.oncall');
    const versions = editor.published.map(({ version }) => version);
    expect(versions).toEqual([1, 2]);
  });

  it('leave nothing behind under the name of a buffer that is gone', async () => {
    const editor = await client({ 'new.oncall': 'nonsense' });
    const uri = editor.uri('new.oncall').replace('file:///', 'untitled:/');
    const send = (method: string, textDocument: object) =>
      editor.connection.sendNotification(`textDocument/${method}`, { textDocument });
    await send('didOpen', { uri, languageId: 'oncall', version: 1, text: 'nonsense' });
    await send('didClose', { uri });
    expect(await editor.diagnostics('new.oncall')).toHaveLength(1);
    expect(editor.published.findLast((it) => it.uri === uri)?.diagnostics).toEqual([]);
  });

  it('of other files follow an edit, and are sent only where they changed', async () => {
    const editor = await client({
      'plan.oncall': plan.replace('alicia', 'alice'),
      'other.oncall': 'x',
    });
    editor.open('people.oncall', people);
    expect(await editor.errors('plan.oncall')).toEqual([]);
    editor.change('people.oncall', people.replace('contact alice', 'contact bob'));
    const dangling = ['dangling-contact', 'dangling-contact'];
    expect(await editor.errors('plan.oncall')).toEqual(dangling);
    editor.change('people.oncall', people);
    expect(await editor.errors('plan.oncall')).toEqual([]);
    const ofOther = editor.published.filter(({ uri }) => uri === editor.uri('other.oncall'));
    expect(ofOther).toHaveLength(1);
  });

  it('tell related places, and what is unused', async () => {
    const editor = await client({}, { capabilities: full });
    editor.open('a.oncall', `${people}\n${people}`);
    const found = await editor.diagnostics('a.oncall');
    expect(found.find(({ code }) => code === 'duplicate-name')?.relatedInformation).toEqual([
      {
        location: {
          uri: editor.uri('a.oncall'),
          range: { start: { line: 0, character: 8 }, end: { line: 0, character: 13 } },
        },
        message: 'This is the first.',
      },
    ]);
    expect(found.find(({ code }) => code === 'unused-contact')?.tags).toEqual([1]);
  });

  it('keep to what the client can', async () => {
    const editor = await client();
    editor.open('a.oncall', `${people}\n${people}`);
    for (const each of await editor.diagnostics('a.oncall')) {
      expect(Object.keys(each).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
    }
  });

  it('stand where an editor has them, behind a byte-order mark on disk too', async () => {
    const editor = await client({ 'a.oncall': '\ufeffcontact alice < stage 5m < notify gone > >' });
    const all = await editor.diagnostics('a.oncall');
    const found = all.find(({ message }) => String(message).includes('gone'));
    expect(found?.range).toEqual({
      start: { line: 0, character: 34 },
      end: { line: 0, character: 38 },
    });
  });

  it('go when their file does', async () => {
    const editor = await client({ 'a.oncall': 'nonsense' });
    expect(await editor.diagnostics('a.oncall')).toHaveLength(1);
    rmSync(join(editor.folder, 'a.oncall'));
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uri('a.oncall'), type: 3 }],
    });
    expect(await editor.diagnostics('a.oncall')).toEqual([]);
    expect(editor.published).toHaveLength(2);
  });

  it('of an unsaved buffer go when it is closed', async () => {
    const editor = await client();
    editor.open('new.oncall', 'nonsense');
    expect(await editor.diagnostics('new.oncall')).toHaveLength(1);
    const textDocument = { uri: editor.uri('new.oncall') };
    await editor.connection.sendNotification('textDocument/didClose', { textDocument });
    expect(await editor.diagnostics('new.oncall')).toEqual([]);
  });

  it('follow a file that is written beside the editor', async () => {
    const editor = await client({ 'people.oncall': people, 'plan.oncall': plan });
    expect(await editor.errors('plan.oncall')).toEqual(['dangling-contact']);
    write(editor.folder, { 'alicia.oncall': people.replaceAll('alice', 'alicia') });
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uri('alicia.oncall'), type: 1 }],
    });
    expect(await editor.errors('plan.oncall')).toEqual([]);
  });
});

describe('pulled diagnostics', () => {
  const pulls = { textDocument: { diagnostic: { relatedDocumentSupport: true } } };

  it('are answered, with those of others that changed, and never sent besides', async () => {
    const editor = await client({ 'plan.oncall': plan }, { capabilities: pulls });
    editor.open('people.oncall', people);
    const pull = (name: string, previousResultId?: string) =>
      editor.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri: editor.uri(name) },
        ...(previousResultId !== undefined && { previousResultId }),
      });
    const first = (await pull('people.oncall')) as RelatedFullDocumentDiagnosticReport;
    expect(first.kind).toBe('full');
    const related = first.relatedDocuments?.[editor.uri('plan.oncall')];
    expect(related).toMatchObject({
      kind: 'full',
      items: expect.arrayContaining([expect.objectContaining({ code: 'dangling-contact' })]),
    });
    const again = await pull('people.oncall', first.resultId);
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
    editor.change('people.oncall', people.replaceAll('alice', 'alicia'));
    const after = (await pull(
      'people.oncall',
      first.resultId,
    )) as RelatedFullDocumentDiagnosticReport;
    expect(Object.keys(after.relatedDocuments ?? {})).toEqual([editor.uri('plan.oncall')]);
    expect(editor.published).toEqual([]);
  });

  it('are answered for the whole workspace, unchanged ones in short', async () => {
    const editor = await client(
      { 'plan.oncall': plan, 'bad.oncall': 'x', 'last.oncall': 'y' },
      { capabilities: pulls },
    );
    const pull = (previousResultIds: readonly { uri: string; value: string }[]) =>
      editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
        previousResultIds,
      });
    const { items } = await pull([]);
    expect(items.map(({ uri, kind }) => [uri, kind])).toEqual([
      [editor.uri('bad.oncall'), 'full'],
      [editor.uri('last.oncall'), 'full'],
      [editor.uri('plan.oncall'), 'full'],
    ]);
    editor.open('bad.oncall', '');
    rmSync(join(editor.folder, 'plan.oncall'));
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uri('plan.oncall'), type: 3 }],
    });
    const known = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    expect((await pull(known)).items).toMatchObject([
      { uri: editor.uri('bad.oncall'), kind: 'full', items: [], version: 1 },
      { uri: editor.uri('last.oncall'), kind: 'unchanged' },
      { uri: editor.uri('plan.oncall'), kind: 'full', items: [] },
    ]);
  });
});
