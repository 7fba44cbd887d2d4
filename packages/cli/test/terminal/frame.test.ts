import { createSourceFile } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import { frame } from '../../src/terminal/frame.ts';

const plain = (text: string) => text;

/** The frame of what stands between two `┆`. */
function framed(marked: string, columns = 100): string {
  const start = marked.indexOf('┆');
  const end = marked.indexOf('┆', start + 1) - 1;
  const file = createSourceFile('main.oncall', marked.replaceAll('┆', ''));
  const location = { file, span: { start, end: Math.max(end, start) } };
  return frame(location, { columns, mark: '^', paintMark: plain, quiet: plain }).join('\n');
}

describe('frame', () => {
  it('shows the place, the line and the underline', () => {
    expect(framed('plan sre <\n  stage 5m < notify ┆@alcie┆ >\n>\n')).toBe(`\
 --> main.oncall:2:21
  |
2 |   stage 5m < notify @alcie >
  |                     ^^^^^^`);
  });

  it('keeps the underline below wide characters, tabs and escapes', () => {
    expect(framed('\tcontact "日本 \u001b[31m\u202e" ┆x┆')).toBe(`\
 --> main.oncall:1:22
  |
1 |     contact "日本 \\u{1b}[31m\\u{202e}" x
  |                                       ^`);
  });

  it('counts the column in UTF-16 units and underlines one cell for an empty span', () => {
    expect(framed('"👩" ┆')).toBe(' --> main.oncall:1:6\n  |\n1 | "👩"\n  |      ^');
  });

  it('masks addresses without moving the underline', () => {
    expect(framed('channel phone voice ┆"+12065550100"┆ deferred')).toBe(`\
 --> main.oncall:1:21
  |
1 | channel phone voice "+1******0100" deferred
  |                     ^^^^^^^^^^^^^^`);
  });

  it('underlines the first line of a longer span', () => {
    expect(framed('plan ┆sre <\n>┆\n')).toContain('1 | plan sre <\n  |      ^^^^^');
  });

  it('cuts a long line to a window about the place', () => {
    const lines = framed(`${'a '.repeat(300)}┆here┆${' b'.repeat(300)}`, 60).split('\n');
    expect(lines[2]).toMatch(/^1 \| ….* here .*…$/);
    expect(lines[2]).toHaveLength(60);
    const column = (lines[3] as string).indexOf('^^^^');
    expect((lines[2] as string).slice(column, column + 4)).toBe('here');
  });

  it('takes time in proportion to what it shows, also of many places in one long line', () => {
    const text = `plan p < ${'stage 5x < > '.repeat(20_000)}>`;
    const file = createSourceFile('main.oncall', text);
    const options = { columns: 100, mark: '^', paintMark: plain, quiet: plain };
    const began = performance.now();
    let last: readonly string[] = [];
    for (let start = text.indexOf('5x'); start >= 0; start = text.indexOf('5x', start + 1)) {
      last = frame({ file, span: { start, end: start + 2 } }, options);
    }
    // Each place going through the whole line takes minutes.
    expect(performance.now() - began).toBeLessThan(15_000);
    const column = (last[3] as string).indexOf('^^');
    expect((last[2] as string).slice(column, column + 2)).toBe('5x');
    expect((last[2] as string)[4]).toBe('…');
  });
});
