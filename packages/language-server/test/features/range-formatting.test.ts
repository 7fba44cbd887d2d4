import { describe, expect, it } from 'vitest';
import { rangeFormatting } from '../../src/features/range-formatting.ts';
import { applied, picture } from '../pictures.ts';

const options = { tabSize: 2, insertSpaces: true };

describe('rangeFormatting', () => {
  it('formats the declarations that a range touches', async () => {
    const text = 'contact a   < >\n\n\n\n  contact b <   >\n\n\nplan   p < >';
    const { snapshot, params } = await picture(text);
    const range = { start: { line: 4, character: 3 }, end: { line: 4, character: 9 } };
    const edits = rangeFormatting(snapshot, { ...params, range, options });
    expect(applied(text, edits)).toBe('contact a   < >\n\n\n\ncontact b < >\n\n\nplan   p < >');
  });

  it('keeps comments, and does not wait for others to be mended', async () => {
    const text = '# One\ncontact   a < > # two\n# three\n\nplan   p <\n';
    const { snapshot, params } = await picture(text);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const edits = rangeFormatting(snapshot, { ...params, range, options });
    expect(applied(text, edits)).toBe('# One\ncontact a < > # two\n# three\n\nplan   p <\n');
  });
});
