import { describe, expect, it } from 'vitest';
import { onTypeFormatting } from '../../src/features/on-type-formatting.ts';
import { applied, picture } from '../pictures.ts';

const options = { tabSize: 2, insertSpaces: true };

/** As if the character before the cursor had just been typed. */
async function typed(text: string): Promise<string> {
  const { snapshot, params, position } = await picture(text);
  const ch = text.includes('>┆') ? '>' : '\n';
  const edits = onTypeFormatting(snapshot, { ...params, position, ch, options });
  return applied(snapshot.file.text, edits);
}

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
