import { createSourceFile, type Diagnostic } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import { reportJson } from '../../src/reporters/json.ts';

const file = createSourceFile(
  'a/main.oncall',
  'contact a <\n  channel p voice "+1 206 555-0100"\n>\n',
);
const at = (start: number, end: number) => ({ file, span: { start, end } });
const address = { start: file.text.indexOf('"'), end: file.text.lastIndexOf('"') + 1 };

function diagnostic(extras: Partial<Diagnostic>): Diagnostic {
  return {
    code: 'invalid-phone-number',
    severity: 'error',
    message: 'This is no phone number. Write one.',
    location: at(address.start, address.end),
    related: [],
    fixes: [],
    ...extras,
  };
}

describe('reportJson', () => {
  it('places everything by line and column', () => {
    const text = reportJson([
      diagnostic({
        related: [{ location: at(8, 9), message: 'of this contact' }],
        fixes: [{ title: 'Remove it', edits: [{ location: at(8, 9), text: '' }] }],
      }),
      diagnostic({ severity: 'warning' }),
    ]);
    const place = { file: 'a/main.oncall', line: 1, column: 9, endLine: 1, endColumn: 10 };
    const parsed = JSON.parse(text);
    expect(parsed.diagnostics[0]).toEqual({
      code: 'invalid-phone-number',
      severity: 'error',
      message: 'This is no phone number. Write one.',
      file: 'a/main.oncall',
      line: 2,
      column: 19,
      endLine: 2,
      endColumn: 36,
      related: [{ message: 'of this contact', ...place }],
      fixes: [{ title: 'Remove it', edits: [{ ...place, text: '' }] }],
    });
    expect(parsed.summary).toEqual({ errors: 1, warnings: 1, infos: 0 });
  });

  it('writes a fix that would spell out a number as deletions', () => {
    const text = reportJson([
      diagnostic({
        fixes: [
          {
            title: 'Write +12065550100',
            edits: [{ location: at(address.start, address.end), text: '"+12065550100"' }],
          },
        ],
      }),
    ]);
    expect(text).not.toContain('2065550100');
    const [fix] = JSON.parse(text).diagnostics[0].fixes;
    expect(fix.title).toBe('Write +1******0100');
    const line = file.text.split('\n')[1] as string;
    const fixed = [...fix.edits]
      .reverse()
      .reduce(
        (mended: string, edit: { column: number; endColumn: number; text: string }) =>
          mended.slice(0, edit.column - 1) + edit.text + mended.slice(edit.endColumn - 1),
        line,
      );
    expect(fixed).toBe('  channel p voice "+12065550100"');
  });

  it('leaves out a fix that can not be told without an address', () => {
    const edits = [{ location: at(8, 9), text: 'alice@example.com' }];
    const parsed = JSON.parse(reportJson([diagnostic({ fixes: [{ title: 'x', edits }] })]));
    expect(parsed.diagnostics[0].fixes).toEqual([]);
  });

  it('keeps control characters as JSON escapes', () => {
    const message = 'a\u001b\u009b\u202e\u2028b';
    const text = reportJson([diagnostic({ message })]);
    expect(text).toContain('a\\u001b\\u009b\\u202e\\u2028b');
    expect(JSON.parse(text).diagnostics[0].message).toBe(message);
  });
});
