import { describe, expect, it } from 'vitest';
import { documentHighlight } from '../../src/features/document-highlight.ts';
import { bracketed, picture } from '../pictures.ts';

describe('documentHighlight', () => {
  it('marks where a name is given, and where it is read, in this file alone', async () => {
    const { snapshot, params } = await picture({
      'a.oncall': 'contact alice < >\nplan p < stage 5m < notify @al┆ice > >',
      'b.oncall': 'plan q < stage 5m < notify @alice > >',
    });
    const found = documentHighlight(snapshot, params) ?? [];
    expect(found.map(({ kind }) => kind)).toEqual([3, 2]);
    expect(
      bracketed(
        snapshot.file,
        found.map(({ range }) => range),
      ),
    ).toBe('contact [alice] < >\nplan p < stage 5m < notify @[alice] > >');
  });
});
