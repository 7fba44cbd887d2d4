import { type Diagnostic, positionAt } from '@oncall/language';
import { visible } from '../terminal/visible.ts';

/** A line for each diagnostic, in the form of compilers, which editors and logs know. */
export function lintCompact(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ code, severity, message, location: { file, span } }) => {
      const { line, column } = positionAt(file, span.start);
      return visible(`${file.path}:${line}:${column}: ${severity}: ${message} [${code}]`);
    })
    .map((line) => `${line}\n`)
    .join('');
}
