import { describe, expect, it } from 'vitest';
import { foldingRange } from '../../src/features/folding-range.ts';
import { picture } from '../pictures.ts';

async function folded(text: string): Promise<string[]> {
  const { snapshot, params } = await picture(text);
  return foldingRange(snapshot, params).map(
    ({ startLine, endLine, kind }) =>
      `${startLine}-${endLine}${kind === undefined ? '' : ` ${kind}`}`,
  );
}

describe('foldingRange', () => {
  it('leaves the closing line to be seen', async () => {
    expect(await folded('plan p <\n  stage 5m <\n    notify @a\n  >\n>\n')).toEqual(['0-3', '1-2']);
  });

  it('takes in what closes behind other words', async () => {
    expect(await folded('plan p <\n  stage 5m < notify @a > >')).toEqual(['0-1']);
  });

  it('leaves alone what stands on one line', async () => {
    expect(await folded('plan p < stage 5m < notify @a > >')).toEqual([]);
  });

  it('folds comments that follow each other', async () => {
    const text = '# One\n# Two\n\n# Three\ncontact a < > # four\n\n# Five\n\nx\n# Six\n';
    expect(await folded(text)).toEqual(['0-1 comment']);
  });

  it('folds a block whose end is missing as far as it goes', async () => {
    expect(await folded('contact a <\n  channel p voice "+12065550100"\n\ncontact b < >')).toEqual([
      '0-1',
    ]);
  });
});
