import { expect, it } from 'vitest';
import type {
  DocumentLink,
  FoldingRange,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { client } from './client.ts';

const text = `# oncall-ignore unused-contact: soon
contact   alice <
  channel phone voice "+12065550100"
>
extern contact boss "arn:aws:ssm-contacts:us-east-2:111122223333:contact/boss"
`;
const options = { tabSize: 2, insertSpaces: true };

async function editing() {
  const editor = await client();
  editor.open('a.oncall', text);
  return <R>(method: string, more: object = {}): Promise<R> =>
    editor.connection.sendRequest<R>(`textDocument/${method}`, {
      textDocument: { uri: editor.uri('a.oncall') },
      ...more,
    });
}

it('formats a document over stdio', async () => {
  const ask = await editing();
  const edits = await ask<TextEdit[]>('formatting', { options });
  expect(edits.map(({ newText }) => newText)).toEqual([
    'alice < channel phone voice "+12065550100" >\n',
  ]);
});

it('formats a range over stdio', async () => {
  const ask = await editing();
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
  const edits = await ask<TextEdit[]>('rangeFormatting', { range, options });
  expect(edits).toHaveLength(1);
});

it('formats on type over stdio', async () => {
  const ask = await editing();
  const position = { line: 3, character: 1 };
  const edits = await ask<TextEdit[]>('onTypeFormatting', { position, ch: '>', options });
  expect(edits).toHaveLength(1);
});

it('folds over stdio', async () => {
  const ask = await editing();
  expect(await ask<FoldingRange[]>('foldingRange')).toEqual([{ startLine: 1, endLine: 2 }]);
});

it('widens selections over stdio', async () => {
  const ask = await editing();
  const positions = [
    { line: 2, character: 11 },
    { line: 0, character: 0 },
  ];
  const found = await ask<SelectionRange[]>('selectionRange', { positions });
  expect(found).toHaveLength(2);
  expect(found[0]).toMatchObject({
    range: { start: { line: 2, character: 10 }, end: { line: 2, character: 15 } },
    parent: { range: { start: { line: 2, character: 2 } } },
  });
});

it('links codes and ARNs over stdio', async () => {
  const ask = await editing();
  const links = await ask<DocumentLink[]>('documentLink');
  expect(links.map(({ target }) => target)).toEqual([
    expect.stringMatching(/^file:.*\/unused-contact\.md$/),
    'https://console.aws.amazon.com/systems-manager/incidents/home?region=us-east-2',
  ]);
});
