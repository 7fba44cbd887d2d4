/** Diagnostics as the protocol has them, a list a file, kept while nothing in them changes. */
import type { Diagnostic as OurDiagnostic, SourceFile } from '@oncall/language';
import {
  type Diagnostic,
  DiagnosticSeverity,
  type DiagnosticsCapabilities,
  DiagnosticTag,
  type Range,
} from 'vscode-languageserver';
import { rangeReader } from '../workspace/positions.ts';
import type { ProjectSnapshot } from '../workspace/snapshot.ts';

export interface FileDiagnostics {
  /** Changes whenever the list does. */
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** A list with what it was made from. */
interface Known extends FileDiagnostics {
  readonly file: SourceFile;
  readonly from: readonly OurDiagnostic[];
}

const none: FileDiagnostics = { resultId: '0', items: [] };

export class DiagnosticsOfFiles {
  readonly #files = new Map<string, Known>();
  #lastId = 0;

  /** Those of a file; none of one that there is not. */
  of(path: string): FileDiagnostics {
    return this.#files.get(path) ?? none;
  }

  /** Paths of all files that there are. */
  get paths(): Iterable<string> {
    return this.#files.keys();
  }

  /** Takes in the projects as they are, and tells the files whose diagnostics changed. */
  update(projects: readonly ProjectSnapshot[]): readonly string[] {
    const changed: string[] = [];
    const current = new Set<string>();
    for (const project of projects) {
      for (const file of project.analysis.files) {
        current.add(file.path);
        if (this.#take(project, file)) changed.push(file.path);
      }
    }
    for (const [path, { items }] of this.#files) {
      if (current.has(path)) continue;
      this.#files.delete(path);
      if (items.length > 0) changed.push(path);
    }
    return changed;
  }

  /** Whether the diagnostics of a file are others than before. */
  #take(project: ProjectSnapshot, file: SourceFile): boolean {
    const before = this.#files.get(file.path);
    const from = project.analysis.diagnosticsOf(file.path);
    if (before?.from === from && before.file === file) return false;
    const last = before ?? none;
    const items = toProtocol(project, file, from, last.items);
    const isSame = items === last.items;
    if (!isSame) this.#lastId += 1;
    const { resultId } = isSame ? last : { resultId: String(this.#lastId) };
    this.#files.set(file.path, { resultId, items, file, from });
    return !isSame;
  }
}

/** The list of before where nothing in it changed. */
function toProtocol(
  project: ProjectSnapshot,
  file: SourceFile,
  diagnostics: readonly OurDiagnostic[],
  before: readonly Diagnostic[],
): readonly Diagnostic[] {
  const { publishDiagnostics, diagnostic: pull } = project.client.capabilities.textDocument ?? {};
  const can: DiagnosticsCapabilities = { ...publishDiagnostics, ...pull };
  const rangeOf = rangeReader(file, project.client.encoding);
  let isSame = diagnostics.length === before.length;
  const items = diagnostics.map((each, index) => {
    const last = before[index];
    const made = draft(project, each, rangeOf(each.location.span), can);
    if (last !== undefined && isSameItem(last, made)) return last;
    isSame = false;
    return made;
  });
  return isSame ? before : items;
}

function draft(
  project: ProjectSnapshot,
  { code, severity, message, related, fixes }: OurDiagnostic,
  range: Range,
  can: DiagnosticsCapabilities,
): Diagnostic {
  const made: Diagnostic = {
    range,
    severity: severities[severity],
    code,
    source: 'oncall',
    message,
  };
  const page = can.codeDescriptionSupport ? project.pageOf(code) : undefined;
  if (page !== undefined) made.codeDescription = { href: page };
  if (can.tagSupport && code.startsWith('unused-')) made.tags = [DiagnosticTag.Unnecessary];
  if (can.relatedInformation && related.length > 0) {
    made.relatedInformation = related.map((each) => ({
      location: project.locationOf(each.location),
      message: each.message,
    }));
  }
  if (can.dataSupport && fixes.length > 0) made.data = { fixes: fixes.map(({ title }) => title) };
  return made;
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** What follows from the code is not compared. */
function isSameItem(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    isSameRange(a.range, b.range) &&
    isSameRelated(a.relatedInformation ?? [], b.relatedInformation ?? []) &&
    (a.data === b.data || JSON.stringify(a.data) === JSON.stringify(b.data))
  );
}

function isSameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

type Related = NonNullable<Diagnostic['relatedInformation']>;

function isSameRelated(a: Related, b: Related): boolean {
  return (
    a.length === b.length &&
    a.every(({ location, message }, index) => {
      const other = b[index];
      return (
        message === other?.message &&
        location.uri === other.location.uri &&
        isSameRange(location.range, other.location.range)
      );
    })
  );
}
