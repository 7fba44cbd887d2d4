/** What the rules about people say of a text. */
import { expect } from 'vitest';
import {
  analyze,
  type Code,
  createSourceFile,
  type Diagnostic,
  positionAt,
} from '../../../src/index.ts';

/** A contact of whom nothing is to be said, where something pages them. */
export function person(name: string): string {
  const number = `0${name.charCodeAt(0) - 'a'.charCodeAt(0)}`.slice(-2);
  return `contact ${name} <
  channel phone voice "+120655501${number}"
  channel mail email "${name}@example.com"
  stage 5m < notify phone retry 2m >
  stage 5m < notify mail >
>
`;
}

/** Alice and bob, and a plan that pages first one and then the other. */
export const pair = `${person('alice')}
${person('bob')}
plan sre <
  stage 10m < notify @alice essential >
  stage 10m < notify @bob essential >
>
`;

/** Alice with these items, and a plan that pages her, and bob after half an hour. */
export function alice(items: string): string {
  return `contact alice <
${items}
>
plan sre <
  stage 15m < notify @alice essential >
  stage 10m < notify @bob >
>
${person('bob')}`;
}

/** The diagnostics of a code as `LINE: WORDS MARKED: WHAT IS WRONG`, lines counted from 1. */
export function told(code: Code, text: string): readonly string[] {
  return found(code, text).map(({ location: { file, span }, message }) => {
    const words = file.text.slice(span.start, span.end);
    return `${positionAt(file, span.start).line}: ${words}: ${message.split('. ')[0]}`;
  });
}

/** All codes that are told. */
export function codesIn(text: string): readonly Code[] {
  return diagnosticsOf(text).map(({ code }) => code);
}

/** A code that is found in a text goes where a comment or the project says so. */
export function expectSilenceable(code: Code, text: string): void {
  const lines = found(code, text).map(({ location: { file, span } }) => {
    return positionAt(file, span.start).line;
  });
  expect(lines).not.toEqual([]);
  expect(found(code, `${text}\nproject p < lint ${code} off >`)).toEqual([]);
  const errors = found(code, `${text}\nproject p < lint ${code} error >`);
  expect(errors.map(({ severity }) => severity)).toEqual(lines.map(() => 'error'));
  const warnings = found(code, `${text}\nproject p < lint ${code} warning >`);
  expect(warnings.map(({ severity }) => severity)).toEqual(lines.map(() => 'warning'));

  const commented = text.split('\n');
  for (const line of [...new Set(lines)].reverse()) {
    commented.splice(line - 1, 0, `# oncall-ignore ${code}: so it is meant`);
  }
  const silenced = commented.join('\n');
  expect(found(code, silenced)).toEqual([]);
  expect(found('unused-ignore', silenced)).toEqual([]);
  const idle = `# oncall-ignore ${code}: so it is meant\n${pair}`;
  expect(found('unused-ignore', idle)).toHaveLength(1);
}

/** The fix of the first of a code mends it, and makes nothing else wrong. */
export function expectFixed(code: Code, text: string, title: string, fixed: string): void {
  const fixes = found(code, text)[0]?.fixes ?? [];
  expect(fixes.map((fix) => fix.title)).toEqual([title]);
  const edits = [...(fixes[0]?.edits ?? [])].sort(
    (a, b) => b.location.span.start - a.location.span.start,
  );
  const mended = edits.reduce(
    (before, { location: { span }, text: put }) =>
      before.slice(0, span.start) + put + before.slice(span.end),
    text,
  );
  expect(mended).toBe(fixed);
  const before = [...codesIn(text)];
  before.splice(before.indexOf(code), 1);
  expect([...codesIn(mended)].sort()).toEqual(before.sort());
}

/** The code is told, and is for a person to mend. */
export function expectNoFix(code: Code, text: string): void {
  expect(found(code, text).map(({ fixes }) => fixes)).toEqual([[]]);
}

function found(code: Code, text: string): readonly Diagnostic[] {
  return diagnosticsOf(text).filter((it) => it.code === code);
}

function diagnosticsOf(text: string): readonly Diagnostic[] {
  return analyze([createSourceFile('main.oncall', text)]).diagnostics;
}
