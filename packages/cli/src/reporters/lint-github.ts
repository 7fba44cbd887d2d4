import { type Diagnostic, positionAt, type Severity } from '@oncall/language';
import type { LintReport } from '../lint/report.ts';
import { counted } from '../terminal/counted.ts';
import { maskAddresses } from '../terminal/mask.ts';
import { visible, visibleLines } from '../terminal/visible.ts';
import { summaryLine } from './pretty.ts';

/** Workflow commands, which GitHub shows as annotations of the files. */
export function lintGithub({ diagnostics, inRepository }: LintReport): string {
  return diagnostics.map((each) => `${annotation(each, inRepository)}\n`).join('');
}

/** The same as Markdown, for the page of a workflow's run. */
export function githubSummary({ diagnostics, files, inRepository }: LintReport): string {
  const title = '### oncall lint';
  if (diagnostics.length === 0)
    return `${title}\n\nNothing wrong in ${counted(files.length, 'file')}.\n`;
  const rows = diagnostics.slice(0, mostRows).map(({ severity, code, message, location }) => {
    const { line } = positionAt(location.file, location.span.start);
    const place = `${inRepository(location.file.path)}:${line}`;
    return `| ${severity} | ${code} | ${markdown(place)} | ${markdown(message)} |`;
  });
  const left = diagnostics.length - rows.length;
  return [
    title,
    '',
    `${summaryLine(diagnostics)}.`,
    '',
    '| | code | where | what |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...(left > 0 ? ['', `And ${left} more.`] : []),
    '',
  ].join('\n');
}

/** A page may hold 1 MiB. */
const mostRows = 500;

function annotation(
  { severity, code, message, location: { file, span } }: Diagnostic,
  inRepository: LintReport['inRepository'],
): string {
  const start = positionAt(file, span.start);
  const end = positionAt(file, span.end);
  const properties = {
    file: inRepository(file.path),
    line: start.line,
    endLine: end.line,
    // Columns count only within a line.
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
    title: code,
  };
  const written = Object.entries(properties).map(([name, value]) => {
    return `${name}=${escapedProperty(visibleLines(maskAddresses(String(value))))}`;
  });
  const text = escaped(visibleLines(maskAddresses(message)));
  return `::${commands[severity]} ${written.join(',')}::${text}`;
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Text in a table, of which nothing is read as Markdown or HTML. */
function markdown(text: string): string {
  return visible(maskAddresses(text))
    .replace(/[\\`*_{}[\]()#+\-!|~$@:]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll(/&(?!#\d+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
