/** Each diagnostic has a page, and what the page shows is what happens. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lower } from '@oncall/compiler';
import {
  analyze,
  type Code,
  codes,
  createSourceFile,
  type Diagnostic,
  decodeSourceFile,
  type Fix,
  type SourceFile,
} from '@oncall/language';
import { timeRules } from '@oncall/simulator';
import { describe, expect, it } from 'vitest';
import { blocks, page, repository } from './markdown.ts';

const folder = 'docs/diagnostics';

/** Their examples are how people should be reached: nothing else is said of them. */
const aboutPeople: ReadonlySet<Code> = new Set(
  codes.slice(codes.indexOf('contact-without-channel'), codes.indexOf('coverage-gap')),
);

it('there is a page for each code, and a code for each page', () => {
  const named = readdirSync(join(repository, folder)).map((name) => name.replace(/\.md$/, ''));
  expect(named.sort()).toEqual([...codes].sort());
});

it('the language page lists each code, linked to its page', () => {
  const { text } = page('docs/language.md');
  const listed = [...text.matchAll(/^- \[([a-z-]+)\]\(diagnostics\/\1\.md\)/gm)].map(([, c]) => c);
  expect(listed).toEqual(codes);
});

describe.each(codes)('%s', (code) => {
  const { text } = page(`${folder}/${code}.md`);
  const examples = blocks(text).filter((block) => block.info === 'oncall');
  const wrong = examples.filter((block) => block.heading === 'Wrong');
  const right = examples.filter((block) => block.heading === 'Right');
  const [, severity, off] =
    /^\*\*.+\.\*\* Severity: (error|warning|info)(, off unless set)?\.$/m.exec(text) ?? [];

  it('says what it is about, in lines that fit a terminal', () => {
    expect(text.split('\n')[0]).toBe(`# ${code}`);
    expect(severity).toBeDefined();
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('shows both', () => {
    expect(wrong.length).toBeGreaterThan(0);
    expect(right.length).toBeGreaterThan(0);
    expect(wrong.length + right.length).toBe(examples.length);
  });

  it.each(wrong)('wrong example in line $line', (block) => {
    const found = diagnose(code, exampleFile(code, block.text));
    expect(errorsAnd(code, found)).toEqual([code]);
    if (aboutPeople.has(code)) expect(found.map((it) => it.code)).toEqual([code]);
    // What is off unless set is set in the example, to what a project can say.
    expect(severityOf(code, found)).toBe(off === undefined ? severity : 'warning');
  });

  it.each(right)('right example in line $line', (block) => {
    const found = diagnose(code, exampleFile(code, block.text));
    expect(errorsAnd(code, found)).toEqual([]);
    if (aboutPeople.has(code)) expect(found.map((it) => it.code)).toEqual([]);
  });

  it('tells of a fix where there is one, and each fix mends', () => {
    const fixed = wrong.flatMap(({ text: example }) => {
      const file = exampleFile(code, example);
      const fixes = diagnose(code, file).flatMap((it) => (it.code === code ? it.fixes : []));
      return fixes.map((fix) => ({ title: fix.title, file, text: applied(file, fix) }));
    });
    expect(fixed.length > 0).toBe(text.includes('\n## Fix\n'));
    for (const { title, file, text: mended } of fixed) {
      const left = diagnose(code, createSourceFile(file.path, mended));
      expect(errorsAnd(code, left), title).toEqual([]);
    }
  });
});

/** `\xNN` on the page about bytes stands for a byte that no page could hold. */
function exampleFile(code: Code, text: string): SourceFile {
  if (code !== 'invalid-encoding') return createSourceFile('main.oncall', text);
  const bytes = text.replaceAll(/\\x([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeSourceFile('main.oncall', Buffer.from(bytes, 'latin1'));
}

/** Epoch seconds of a day on which the examples of the pages are what they say. */
const now = Date.UTC(2026, 1, 2) / 1_000;

/** As `lint` would; for the one code that only requests can show, as `compile` would. */
function diagnose(code: Code, file: SourceFile): readonly Diagnostic[] {
  const analysis = analyze([file], { rules: timeRules(now) });
  if (code !== 'unset-variable') return analysis.diagnostics;
  const { findings } = lower(analysis.model, { variable: () => undefined });
  return [...analysis.diagnostics, ...findings.map(analysis.place)];
}

/** Warnings of other rules don't count against an example; errors of other codes do. */
function errorsAnd(code: Code, found: readonly Diagnostic[]): readonly Code[] {
  return found.filter((it) => it.severity === 'error' || it.code === code).map((it) => it.code);
}

function severityOf(code: Code, found: readonly Diagnostic[]): string | undefined {
  return found.find((it) => it.code === code)?.severity;
}

function applied(file: SourceFile, fix: Fix): string {
  const backwards = [...fix.edits].sort((a, b) => b.location.span.start - a.location.span.start);
  return backwards.reduce(
    (text, { location: { span }, text: put }) =>
      text.slice(0, span.start) + put + text.slice(span.end),
    file.text,
  );
}
