import { describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { prepareRename } from '../../src/features/prepare-rename.ts';
import type { Refusal } from '../../src/workspace/refusal.ts';
import { bracketed, picture } from '../pictures.ts';

describe('prepareRename', () => {
  it('gives the range of the name alone to begin with', async () => {
    const { snapshot, params } = await picture(
      'contact alice < >\nplan p < stage 5m < notify @al┆ice > >',
    );
    const prepared = prepareRename(snapshot, params) as {
      range: TextEdit['range'];
      placeholder: string;
    };
    expect(prepared.placeholder).toBe('alice');
    expect(bracketed(snapshot.file, [prepared.range])).toContain('notify @[alice]');
  });

  it('is refused before a new name is asked for', async () => {
    const { snapshot, params } = await picture('plan p < st┆age 5m < > >');
    expect((prepareRename(snapshot, params) as Refusal).sentence).toMatch(/^stage is a word/);
  });
});
