import type { Diagnostic } from '@oncall/language';
import { counted } from '../terminal/counted.ts';
import type { Stream } from '../terminal/terminal.ts';
import { noticeOf, renderNotice } from './notice.ts';
import { summaryOf } from './summary.ts';

/** Diagnostics for people: each with its source line, and a summary. */
export function reportPretty(diagnostics: readonly Diagnostic[], stream: Stream): string {
  if (diagnostics.length === 0) return '';
  const shown = diagnostics.map((diagnostic) => renderNotice(noticeOf(diagnostic), stream));
  return `${shown.join('\n')}\n${stream.paint.strong(summaryLine(diagnostics))}\n`;
}

export function summaryLine(diagnostics: readonly Diagnostic[]): string {
  const { errors, warnings, infos } = summaryOf(diagnostics);
  const files = new Set(diagnostics.map((diagnostic) => diagnostic.location.file.path)).size;
  const counts = [
    errors > 0 ? counted(errors, 'error') : '',
    warnings > 0 ? counted(warnings, 'warning') : '',
    infos > 0 ? counted(infos, 'note') : '',
  ];
  return `${counts.filter((count) => count !== '').join(', ')} in ${counted(files, 'file')}`;
}
