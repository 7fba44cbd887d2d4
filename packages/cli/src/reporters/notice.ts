/**
 * Something to tell about a place in the user's text, whoever found it: the language, the
 * compiler, or AWS. All of them are shown the same way.
 */
import type { Diagnostic, Location, Severity } from '@oncall/language';
import { frame } from '../terminal/frame.ts';
import type { Paint } from '../terminal/paint.ts';
import type { Stream } from '../terminal/terminal.ts';
import { visible } from '../terminal/visible.ts';

export interface Notice {
  readonly severity: Severity;
  /** A code of the catalogue, or the name of an error of AWS; undefined where neither found it. */
  readonly code: string | undefined;
  /** What is wrong. */
  readonly title: string;
  readonly location: Location | undefined;
  readonly related: readonly { readonly location: Location; readonly message: string }[];
  /** What to do, and what else helps; each a labelled line. */
  readonly notes: readonly { readonly label: string; readonly text: string }[];
}

export function renderNotice(notice: Notice, stream: Pick<Stream, 'paint' | 'columns'>): string {
  const { paint, columns } = stream;
  const colour = paintOf(notice.severity, paint);
  const quiet = paint.info;
  const code = notice.code === undefined ? '' : `[${notice.code}]`;
  const head = `${colour(`${notice.severity}${code}`)}${paint.strong(`: ${visible(notice.title)}`)}`;
  const lines = [head];
  if (notice.location !== undefined) {
    lines.push(...frame(notice.location, { columns, mark: '^', paintMark: colour, quiet }));
  }
  for (const { location, message } of notice.related) {
    lines.push(`  ${quiet('related:')} ${visible(message)}`);
    lines.push(...frame(location, { columns, mark: '-', paintMark: quiet, quiet }));
  }
  for (const { label, text } of notice.notes)
    lines.push(`  ${quiet(`${label}:`)} ${visible(text)}`);
  return `${lines.join('\n')}\n`;
}

export function noticeOf(diagnostic: Diagnostic): Notice {
  const { title, advice } = sentences(diagnostic.message);
  return {
    severity: diagnostic.severity,
    code: diagnostic.code,
    title,
    location: diagnostic.location,
    related: diagnostic.related,
    notes: [
      ...(advice === '' ? [] : [{ label: 'help', text: advice }]),
      ...diagnostic.fixes.map((fix) => ({ label: 'fix', text: fix.title })),
    ],
  };
}

/** A message says what is wrong and then what to do; the two are shown apart. */
function sentences(message: string): { title: string; advice: string } {
  const end = /[.!?:] (?=\p{Lu})/u.exec(message);
  if (end === null) return { title: message.replace(/\.$/, ''), advice: '' };
  return {
    title: message.slice(0, end.index).replace(/[.:]$/, ''),
    advice: message.slice(end.index + 2),
  };
}

function paintOf(severity: Severity, paint: Paint): (text: string) => string {
  if (severity === 'error') return paint.error;
  return severity === 'warning' ? paint.warning : paint.info;
}
