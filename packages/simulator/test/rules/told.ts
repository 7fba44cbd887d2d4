/** What the rules about time say of a text, in which people have names of one letter. */
import {
  type Analysis,
  analyze,
  type Code,
  createSourceFile,
  type Diagnostic,
  positionAt,
} from '@oncall/language';
import { expect } from 'vitest';
import { timeRules } from '../../src/rules/time-rules.ts';
import { at, externsOf } from '../projects.ts';

/** A Friday; in New York it is still Thursday. */
export const now = at('2026-01-09T03:00Z');

/** The diagnostics of a code as `LINE: WORDS MARKED: WHAT IS WRONG`, lines counted from 1. */
export function told(code: Code, text: string, clock = now): readonly string[] {
  return found(code, text, clock).map(({ location: { file, span }, message }) => {
    const words = file.text.slice(span.start, span.end);
    return `${positionAt(file, span.start).line}: ${words}: ${message.replace(/\. [^.]+\.$/, '')}`;
  });
}

/** All codes that are told but those of what nothing uses. */
export function codesIn(text: string, clock = now): readonly Code[] {
  const { diagnostics } = analysisOf(text, clock);
  return diagnostics.map(({ code }) => code).filter((code) => !code.startsWith('unused-'));
}

/** A code that is found in a text goes where a comment or the project says so. */
export function expectSilenceable(code: Code, text: string, clock = now): void {
  const lines = found(code, text, clock).map(({ location: { file, span } }) => {
    return positionAt(file, span.start).line;
  });
  expect(lines).not.toEqual([]);
  expect(found(code, `${text}\nproject p < lint ${code} off >`, clock)).toEqual([]);
  const errors = found(code, `${text}\nproject p < lint ${code} error >`, clock);
  expect(errors.map(({ severity }) => severity)).toEqual(lines.map(() => 'error'));

  const commented = text.split('\n');
  for (const line of [...new Set(lines)].reverse()) {
    commented.splice(line - 1, 0, `# oncall-ignore ${code}: so it is meant`);
  }
  const silenced = commented.join('\n');
  expect(found(code, silenced, clock)).toEqual([]);
  expect(found('unused-ignore', silenced, clock)).toEqual([]);
  const idle = `# oncall-ignore ${code}: so it is meant\ncontact idle < >`;
  expect(found('unused-ignore', idle, clock)).toHaveLength(1);
  // Where nobody looks for it, nobody can say that it is not there.
  const { diagnostics } = analyze([createSourceFile('main.oncall', idle)]);
  expect(diagnostics.filter((it) => it.code === 'unused-ignore')).toEqual([]);
}

function found(code: Code, text: string, clock: number): readonly Diagnostic[] {
  return analysisOf(text, clock).diagnostics.filter((it) => it.code === code);
}

function analysisOf(text: string, clock: number): Analysis {
  const people = [...text.matchAll(/@[a-z](?![a-z-])/g)].join(' ');
  const file = createSourceFile('main.oncall', `${text}\n${externsOf(people)}\n`);
  return analyze([file], { rules: timeRules(clock) });
}
