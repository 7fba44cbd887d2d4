import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRange } from '../../src/features/selection-range.ts';
import { offsetAt } from '../../src/workspace/positions.ts';
import { picture } from '../pictures.ts';

async function selected(text: string): Promise<string[]> {
  const { snapshot, params, position } = await picture(text);
  const [first] = selectionRange(snapshot, { ...params, positions: [position] });
  const texts: string[] = [];
  for (let at: SelectionRange | undefined = first; at !== undefined; at = at.parent) {
    const { start, end } = at.range;
    texts.push(
      snapshot.file.text.slice(
        offsetAt(snapshot.file, start, 'utf-16'),
        offsetAt(snapshot.file, end, 'utf-16'),
      ),
    );
  }
  return texts;
}

describe('selectionRange', () => {
  it('grows from a name to the file', async () => {
    const text = '# On call.\nplan p < stage 5m < notify @al┆ice essential > >\n';
    expect(await selected(text)).toEqual([
      'alice',
      '@alice',
      'notify @alice essential',
      'stage 5m < notify @alice essential >',
      'plan p < stage 5m < notify @alice essential > >',
      '# On call.\nplan p < stage 5m < notify @alice essential > >',
      '# On call.\nplan p < stage 5m < notify @alice essential > >\n',
    ]);
  });

  it('takes the text in quotes before the quotes', async () => {
    expect((await selected('contact a "Al┆ice" < >')).slice(0, 2)).toEqual(['Alice', '"Alice"']);
  });

  it('takes what is in a block before the block', async () => {
    const found = await selected('plan p < stage 5m < > ┆stage 6m < > >');
    expect(found).toContain('stage 5m < > stage 6m < >');
  });

  it('is the file where nothing stands', async () => {
    expect(await selected('\n┆\n')).toEqual(['\n\n']);
  });
});
