/**
 * Texts with what is expected of them under the lines that it marks, so that a test is a picture:
 *
 *     plan sre < stage 5m < notify @alcie > >
 *     #                            ^^^^^^ dangling-contact
 *
 * `~~~` in the place of `^^^` marks what a diagnostic of that code is related to. Lines of marks
 * are no part of the text. A place that goes on behind its line is marked up to the line's end.
 */
import { expect } from 'vitest';
import { aboutPeople } from '../src/diagnostics/about-people.ts';
import {
  analyze,
  createSourceFile,
  type Diagnostic,
  type Location,
  type SourceFile,
} from '../src/index.ts';

/**
 * What is told of nearly all small texts, whose few people are paged in the shortest way: left
 * aside where no mark names it. That it is not told has tests of its own, in `rules/`.
 */
const leftAside: ReadonlySet<string> = new Set(
  Object.entries(aboutPeople)
    .filter(([code, { severity }]) => severity !== 'error' && code !== 'unused-contact')
    .map(([code]) => code),
);

/** By path; a text alone is `main.oncall`. */
export type Texts = string | Readonly<Record<string, string>>;

/** Holds what is found in texts against the marks in them, and returns it. */
export function expectMarked(texts: Texts): readonly Diagnostic[] {
  const marked = Object.entries(typeof texts === 'string' ? { 'main.oncall': texts } : texts);
  const files = marked.map(([path, text]) => createSourceFile(path, withoutMarks(text)));
  const all = marked.map(([, text]) => text).join('\n');
  const diagnostics = analyze(files).diagnostics.filter(
    ({ code }) => !leftAside.has(code) || all.includes(` ${code}\n`),
  );
  for (const [index, [, text]] of marked.entries()) {
    const file = files[index] as SourceFile;
    expect(draw(file, marksOf(file, diagnostics))).toBe(draw(file, readMarks(text)));
  }
  return diagnostics;
}

/** Holds a text against its marks, and applies a fix: the text is then as given, its code gone. */
export function expectFix(marked: string, title: string, fixed: string): void {
  const [path, text] = ['main.oncall', withoutMarks(marked)];
  const fixes = expectMarked(marked).flatMap((found) =>
    found.fixes.map((fix) => ({ code: found.code, fix })),
  );
  expect(fixes.map(({ fix }) => fix.title)).toContain(title);
  const { code, fix } = fixes.find((each) => each.fix.title === title) as (typeof fixes)[number];
  const edits = [...fix.edits].sort((a, b) => b.location.span.start - a.location.span.start);
  const mended = edits.reduce(
    (before, { location: { span }, text: put }) =>
      before.slice(0, span.start) + put + before.slice(span.end),
    text,
  );
  expect(mended).toBe(fixed);
  const left = analyze([createSourceFile(path, mended)]).diagnostics;
  expect(left.map((found) => found.code)).not.toContain(code);
}

export function withoutMarks(marked: string): string {
  return linesOf(marked)
    .filter((line) => !mark.test(line))
    .join('');
}

interface Mark {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly sign: '^' | '~';
  readonly code: string;
}

const mark = /^( *# *)(\^+|~+) ([a-z-]+)(?:\r\n?|\n)?$/;

function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
}

function readMarks(marked: string): readonly Mark[] {
  const marks: Mark[] = [];
  let line = -1;
  for (const text of linesOf(marked)) {
    const [, before = '', signs = '', code = ''] = mark.exec(text) ?? [];
    if (signs === '') line += 1;
    else {
      const sign = signs.startsWith('^') ? '^' : '~';
      marks.push({ line, start: before.length, length: signs.length, sign, code });
    }
  }
  return marks;
}

function marksOf(file: SourceFile, diagnostics: readonly Diagnostic[]): readonly Mark[] {
  return diagnostics.flatMap(({ code, location, related }) =>
    [
      { sign: '^' as const, code, at: location },
      ...related.map((each) => ({ sign: '~' as const, code, at: each.location })),
    ]
      .filter(({ at }) => at.file === file)
      .map(({ sign, code: named, at }) => ({ ...placed(at), sign, code: named })),
  );
}

function placed({ file, span }: Location): Pick<Mark, 'line' | 'start' | 'length'> {
  let lineStart = 0;
  for (const [line, text] of linesOf(file.text).entries()) {
    if (span.start < lineStart + text.length) {
      const end = Math.min(span.end, lineStart + text.replace(/[\r\n]+$/, '').length);
      return { line, start: span.start - lineStart, length: end - span.start };
    }
    lineStart += text.length;
  }
  throw new Error(`Nothing of ${file.path} is marked.`);
}

function draw(file: SourceFile, marks: readonly Mark[]): string {
  return linesOf(file.text)
    .flatMap((text, line) => [
      text,
      ...marks
        .filter((each) => each.line === line)
        .sort((a, b) => a.start - b.start || a.sign.localeCompare(b.sign) || a.length - b.length)
        .map(({ start, length, sign, code }) => {
          return `${' '.repeat(start)}${sign.repeat(length)} ${code}\n`;
        }),
    ])
    .join('');
}
