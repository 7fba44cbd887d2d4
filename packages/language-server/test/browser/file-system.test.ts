import { describe, expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { clientFileSystem } from '../../src/browser/file-system.ts';

/** A client that answers from a table, by method and URI. */
function asking(answers: Readonly<Record<string, unknown>>) {
  const connection = {
    sendRequest: async (method: string, { uri }: { uri: string }) => {
      const key = `${method} ${uri}`;
      if (!(key in answers)) throw new Error('Unhandled method');
      return answers[key];
    },
  };
  return clientFileSystem(connection as unknown as Connection);
}

describe('clientFileSystem', () => {
  it('asks the client for folders and files by their URIs', async () => {
    const files = asking({
      'oncall/readFolder memfs:/a%20b': [{ name: 'c.oncall', kind: 'file' }],
      'oncall/readFile memfs:/a%20b/c.oncall': Buffer.from('é').toString('base64'),
    });
    expect(await files.list('memfs:/a b')).toEqual([{ name: 'c.oncall', kind: 'file' }]);
    expect(await files.read('memfs:/a b/c.oncall')).toEqual(new Uint8Array([0xc3, 0xa9]));
  });

  it('takes null and refusal for nothing', async () => {
    const files = asking({
      'oncall/readFolder memfs:/a': null,
      'oncall/readFile memfs:/a/b': null,
    });
    expect(await files.list('memfs:/a')).toEqual([]);
    expect(await files.read('memfs:/a/b')).toBeUndefined();
    expect(await files.list('memfs:/nowhere')).toEqual([]);
    expect(await files.read('memfs:/nowhere')).toBeUndefined();
  });
});
