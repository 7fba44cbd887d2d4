import { describe, expect, it } from 'vitest';
import { formatting } from '../../src/features/formatting.ts';
import { onTypeFormatting } from '../../src/features/on-type-formatting.ts';
import { rangeFormatting } from '../../src/features/range-formatting.ts';
import { applied, picture } from '../pictures.ts';

const options = { tabSize: 2, insertSpaces: true };

async function formatted(text: string): Promise<{ text: string; edits: number }> {
  const { snapshot, params } = await picture(text);
  const edits = formatting(snapshot, { ...params, options });
  return { text: applied(snapshot.file.text, edits), edits: edits.length };
}

/** As if the character before the cursor had just been typed. */
async function typed(text: string): Promise<string> {
  const { snapshot, params, position } = await picture(text);
  const ch = text.includes('>┆') ? '>' : '\n';
  const edits = onTypeFormatting(snapshot, { ...params, position, ch, options });
  return applied(snapshot.file.text, edits);
}

describe('formatting', () => {
  it('gives a file its form, and leaves alone what has it', async () => {
    const text =
      'contact a   < >\n\ncontact b < >\n\n\n\nplan p <\nstage 5m < notify   @a > stage 6m < > >';
    const result = await formatted(text);
    expect(result.text).toBe(
      'contact a < >\n\ncontact b < >\n\nplan p <\n  stage 5m < notify @a >\n  stage 6m < >\n>\n',
    );
    expect(result.edits).toBe(3);
    expect((await formatted(result.text)).edits).toBe(0);
  });

  it('takes a byte-order mark and foreign line ends away', async () => {
    expect((await formatted('\uFEFFcontact a < >\r\ncontact b < >\r\n')).text).toBe(
      'contact a < >\n\ncontact b < >\n',
    );
  });

  it('leaves text with syntax errors alone', async () => {
    expect((await formatted('contact   a <\n\nplan   p < >')).edits).toBe(0);
  });
});

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

describe('onTypeFormatting', () => {
  it('formats a declaration that > completes', async () => {
    expect(await typed('plan p <\nstage 5m <\nnotify   @a\n>\n>┆\n\ncontact   b < >')).toBe(
      'plan p < stage 5m < notify @a > >\n\ncontact   b < >',
    );
  });

  it('indents a > that closes only an inner block', async () => {
    expect(await typed('plan p <\n  stage 5m <\n    notify @a\n    >┆\n')).toBe(
      'plan p <\n  stage 5m <\n    notify @a\n  >\n',
    );
  });

  it.each([
    ['contact a <\n┆', 'contact a <\n  '],
    ['contact a <\n  stage 5m <\n┆\n  >\n>', 'contact a <\n  stage 5m <\n    \n  >\n>'],
    ['contact a <\n  channel p voice "<"\n┆', 'contact a <\n  channel p voice "<"\n  '],
    ['contact a < # <\n┆>', 'contact a < # <\n>'],
    ['contact a < >\n   ┆', 'contact a < >\n'],
    ['contact a <\n  ┆>', 'contact a <\n>'],
  ])('indents a new line as deep as it lies: %j', async (before, after) => {
    expect(await typed(before)).toBe(after);
  });
});
