import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { createSourceFile, decodeSourceFile } from '../../src/text/source-file.ts';
import { formatted } from './cases.ts';
import { taste } from './taste.ts';

describe('a file', () => {
  it.each(['', ' ', '\n\n', '\r\n\t\r', '\ufeff', '\ufeff\n'])(
    'of nothing is empty: %j',
    (blank) => {
      expect(formatted(blank)).toBe('');
    },
  );

  it('has \\n at each line end, one at its end, and no byte-order mark', () => {
    const lines = ['# One.', 'contact a < >', '', '# Two.', 'contact b < >'];
    const form = `${lines.join('\n')}\n`;
    for (const end of ['\n', '\r\n', '\r']) {
      expect(formatted(lines.join(end))).toBe(form);
      expect(formatted(`\ufeff${lines.join(end)}${end}${end}`)).toBe(form);
    }
  });

  it('of the design is in the form already', () => {
    expect(formatted(taste)).toBe(taste);
  });

  it('is formatted in time linear in its length', { timeout: 20_000 }, () => {
    const declarations = taste.repeat(500);
    expect(formatted(declarations)).toHaveLength(declarations.length + 499);
    const comments = '# c\n'.repeat(200_000);
    expect(formatted(comments)).toBe(comments);
    const oneLine = `rotation r < members${' @a'.repeat(100_000)} >`;
    expect(
      formatted(oneLine)
        .split('\n')
        .every((line) => line.length <= 80),
    ).toBe(true);
    expect(format(createSourceFile('a', `plan p ${'<'.repeat(100_000)}`)).kind).toBe('refused');
  });
});

describe('refusal', () => {
  const refusal = (file: Parameters<typeof format>[0]) => {
    const result = format(file);
    if (result.kind === 'formatted') throw new Error(`formatted:\n${result.text}`);
    return result.diagnostics.map(({ code, location: { span, file: at } }) => {
      expect(at).toBe(file);
      return [code, file.text.slice(span.start, span.end)];
    });
  };

  it('says where the errors of syntax are, in the order of places', () => {
    const wrong = 'contact a < >\n\nplan p < stge 5m < > alias "\\q" >\n\nplan q < ^ > >\n';
    expect(refusal(createSourceFile('main.oncall', wrong))).toEqual([
      ['unexpected-token', 'stge'],
      ['invalid-escape', '\\q'],
      ['unexpected-character', '^'],
    ]);
  });

  it('covers literals that are malformed', () => {
    expect(refusal(createSourceFile('a', 'plan p < stage 5x < > >'))).toEqual([
      ['invalid-token', '5x'],
    ]);
  });

  it('covers bytes that are not UTF-8, wherever they stand', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('contact a < > # '), 0xff, 0x0a]);
    expect(refusal(decodeSourceFile('a', bytes))).toEqual([['invalid-encoding', '\ufffd']]);
  });

  it('does not cover what only semantics minds', () => {
    expect(formatted('plan P<stage 99m<notify @nobody>>')).toBe(
      'plan P < stage 99m < notify @nobody > >\n',
    );
  });
});
