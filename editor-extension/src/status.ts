/** The item of the status bar's `{}`: which server runs, and what it found. */
import {
  DiagnosticSeverity,
  Disposable,
  LanguageStatusSeverity,
  languages,
  type Uri,
} from 'vscode';
import type { Session } from './session.ts';

export function registerStatus(session: Session): Disposable {
  const item = languages.createLanguageStatusItem('oncall.status', { language: 'oncall' });
  item.name = 'oncall';
  const show = () => {
    const { state } = session;
    const found = findings();
    item.busy = state.kind === 'starting';
    item.severity =
      state.kind === 'failed' || found.errors > 0
        ? LanguageStatusSeverity.Error
        : found.warnings > 0
          ? LanguageStatusSeverity.Warning
          : LanguageStatusSeverity.Information;
    switch (state.kind) {
      case 'starting':
        item.text = 'oncall: starting';
        item.detail = '';
        break;
      case 'failed':
        item.text = 'oncall: no server';
        item.detail = 'the output tells why';
        break;
      case 'running':
        item.text = `oncall ${state.version}`;
        item.detail = `${summary(found)}; the server ${state.origin}`;
    }
    item.command =
      state.kind === 'failed'
        ? { command: 'oncall.showOutput', title: 'Show output' }
        : { command: 'oncall.restartServer', title: 'Restart' };
  };
  show();
  return Disposable.from(
    item,
    session.onDidChange(show),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isOncall)) show();
    }),
  );
}

interface Findings {
  readonly errors: number;
  readonly warnings: number;
  readonly files: number;
}

function findings(): Findings {
  const files = languages
    .getDiagnostics()
    .filter(([uri, found]) => isOncall(uri) && found.length > 0);
  const all = files.flatMap(([, found]) => found);
  const count = (severity: DiagnosticSeverity) =>
    all.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    errors: count(DiagnosticSeverity.Error),
    warnings: count(DiagnosticSeverity.Warning),
    files: files.length,
  };
}

function summary({ errors, warnings, files }: Findings): string {
  if (errors + warnings === 0) return 'nothing wrong';
  const counts = [counted(errors, 'error'), counted(warnings, 'warning')].filter(
    (text) => !text.startsWith('0 '),
  );
  return `${counts.join(', ')} in ${counted(files, 'file')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function isOncall({ path }: Uri): boolean {
  return path.endsWith('.oncall');
}
