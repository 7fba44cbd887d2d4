import { type Diagnostic, type Fix, type Location, positionAt } from '@oncall/language';
import { maskAddresses } from '../terminal/mask.ts';
import { jsonText } from './json-text.ts';
import { summaryOf } from './summary.ts';

/** Diagnostics for programs. Lines and columns count from 1, columns in UTF-16 units. */
export function reportJson(diagnostics: readonly Diagnostic[]): string {
  return jsonText({
    diagnostics: diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      severity: diagnostic.severity,
      message: maskAddresses(diagnostic.message),
      ...rangeOf(diagnostic.location),
      related: diagnostic.related.map(({ location, message }) => ({
        message: maskAddresses(message),
        ...rangeOf(location),
      })),
      fixes: diagnostic.fixes.flatMap((fix) => fixOf(fix) ?? []),
    })),
    summary: summaryOf(diagnostics),
  });
}

function rangeOf({ file, span }: Location) {
  const start = positionAt(file, span.start);
  const end = positionAt(file, span.end);
  return {
    file: file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** A fix whose edits would spell out an address says it by deletions alone, or is left out. */
function fixOf(fix: Fix) {
  const edits = fix.edits.flatMap((edit) =>
    holdsAddress(edit.text) ? (deletions(edit.location, edit.text) ?? [edit]) : [edit],
  );
  if (edits.some((edit) => holdsAddress(edit.text))) return undefined;
  return {
    title: maskAddresses(fix.title),
    edits: edits.map(({ location, text }) => ({ ...rangeOf(location), text })),
  };
}

function holdsAddress(text: string): boolean {
  return maskAddresses(text) !== text;
}

/** What to delete at a place so that `wanted` is left; undefined where something must be added. */
function deletions({ file, span }: Location, wanted: string): Fix['edits'] | undefined {
  const edits: { location: Location; text: string }[] = [];
  let kept = 0;
  for (let offset = span.start; offset < span.end; offset += 1) {
    if (file.text[offset] === wanted[kept]) kept += 1;
    else edits.push({ location: { file, span: { start: offset, end: offset + 1 } }, text: '' });
  }
  return kept === wanted.length ? edits : undefined;
}
