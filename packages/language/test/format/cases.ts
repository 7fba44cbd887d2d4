/** Texts before and after `format`, as tables. */
import { expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { createSourceFile } from '../../src/text/source-file.ts';

interface Case {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

export function holds(cases: readonly Case[]): void {
  it.each(cases)('$rule', ({ before, after }) => {
    expect(formatted(text(before))).toBe(text(after));
    expect(formatted(text(after))).toBe(text(after));
  });
}

export function formatted(written: string): string {
  const result = format(createSourceFile('main.oncall', written));
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.diagnostics));
  return result.text;
}

/** Text of a template string: without its first line end, and the margin that all its lines share. */
function text(written: string): string {
  const lines = written.replace(/^\n/, '').split('\n');
  const last = lines.pop() as string;
  const margin = last.length + 2;
  return lines.map((line) => `${line.slice(margin)}\n`).join('');
}
