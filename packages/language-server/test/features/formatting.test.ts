import { describe, expect, it } from 'vitest';
import { formatting } from '../../src/features/formatting.ts';
import { applied, picture } from '../pictures.ts';

const options = { tabSize: 2, insertSpaces: true };

async function formatted(text: string): Promise<{ text: string; edits: number }> {
  const { snapshot, params } = await picture(text);
  const edits = formatting(snapshot, { ...params, options });
  return { text: applied(snapshot.file.text, edits), edits: edits.length };
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
