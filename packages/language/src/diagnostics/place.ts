import type { Location, Origin } from '../text/piece.ts';
import type { Diagnostic, Finding } from './diagnostic.ts';

/** Turns a finding's places within pieces to places in files. */
export function place(finding: Finding, locate: (origin: Origin) => Location): Diagnostic {
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    location: locate(finding.origin),
    related: finding.related.map(({ origin, message }) => ({ location: locate(origin), message })),
    fixes: finding.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ origin, text }) => ({ location: locate(origin), text })),
    })),
  };
}
