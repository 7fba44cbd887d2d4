import { describe, expect, it } from 'vitest';
import { workspaceSymbol } from '../../src/features/workspace-symbol.ts';
import { picture, uriIn } from '../pictures.ts';

describe('workspaceSymbol', () => {
  const files = {
    'one/project.oncall': 'project one < >\ncontact alice "Alice Example" < >',
    'two/project.oncall': 'project two < >\nplan alerts < >\ncontact bob "Example Bob" < >',
  };

  it('finds what all projects declare by letters in their order', async () => {
    const { workspace } = await picture(files);
    const names = (query: string) =>
      workspaceSymbol(workspace.projects(), { query }).map(({ name }) => name);
    expect(names('ali')).toEqual(['alice']);
    expect(names('aler')).toEqual(['alerts']);
    expect(names('exbo')).toEqual(['bob']);
    expect(names('')).toEqual(['one', 'alice', 'two', 'alerts', 'bob']);
    expect(names('zzz')).toEqual([]);
  });

  it('tells where and of what project', async () => {
    const { workspace } = await picture(files);
    expect(workspaceSymbol(workspace.projects(), { query: 'bob' })).toEqual([
      {
        name: 'bob',
        kind: 5,
        containerName: 'Example Bob, two',
        location: {
          uri: uriIn('two/project.oncall'),
          range: { start: { line: 2, character: 8 }, end: { line: 2, character: 11 } },
        },
      },
    ]);
  });
});
