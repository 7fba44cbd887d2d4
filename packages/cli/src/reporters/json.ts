import { type Diagnostic, type Location, positionAt } from '@oncall/language';
import { maskAddresses } from '../terminal/mask.ts';
import { jsonText } from './json-text.ts';
import { summaryOf } from './summary.ts';
import { toldFix } from './told-fix.ts';

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
      fixes: diagnostic.fixes.flatMap((fix) => {
        const told = toldFix(fix);
        if (told === undefined) return [];
        const edits = told.edits.map(({ location, text }) => ({ ...rangeOf(location), text }));
        return [{ title: told.title, edits }];
      }),
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
