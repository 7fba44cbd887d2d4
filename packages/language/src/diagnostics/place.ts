import type { Location, Origin } from '../text/piece.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Diagnostic, Finding } from './diagnostic.ts';
import { finding } from './finding.ts';

/** Turns a finding's places within pieces to places in files. */
export function place(found: Finding, locate: (origin: Origin) => Location): Diagnostic {
  return {
    code: found.code,
    severity: found.severity,
    message: found.message,
    location: locate(found.origin),
    related: found.related.map(({ origin, message }) => ({ location: locate(origin), message })),
    fixes: found.fixes.map(({ title, isGuess, edits }) => ({
      title,
      ...(isGuess && { isGuess }),
      edits: edits.map(({ origin, text }) => ({ location: locate(origin), text })),
    })),
  };
}

/** Of a file with bytes that are not UTF-8: the one diagnostic that says so. */
export function invalidEncoding(file: SourceFile, offset: number): Diagnostic {
  const origin = { piece: file, start: offset, end: offset + 1 };
  return place(finding('invalid-encoding', origin), ({ start, end }) => ({
    file,
    span: { start, end },
  }));
}
