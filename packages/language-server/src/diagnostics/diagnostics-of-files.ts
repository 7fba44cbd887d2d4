/** Diagnostics as the protocol has them, a list a file, kept while nothing in them changes. */
import type { Diagnostic as OurDiagnostic, SourceFile } from '@oncall/language';
import {
  type Diagnostic,
  DiagnosticSeverity,
  type DiagnosticsCapabilities,
  DiagnosticTag,
  type Location,
} from 'vscode-languageserver';
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
    const items = from.map((each) => toProtocol(project, each));
    const last = before ?? none;
    const isSame = isSameList(last.items, items);
    if (!isSame) this.#lastId += 1;
    const { resultId } = isSame ? last : { resultId: String(this.#lastId) };
    this.#files.set(file.path, { resultId, items, file, from });
    return !isSame;
  }
}

function toProtocol(project: ProjectSnapshot, diagnostic: OurDiagnostic): Diagnostic {
  const { code, severity, message, location, related, fixes } = diagnostic;
  const { publishDiagnostics, diagnostic: pull } = project.client.capabilities.textDocument ?? {};
  const can: DiagnosticsCapabilities = { ...publishDiagnostics, ...pull };
  const page = can.codeDescriptionSupport ? project.pageOf(code) : undefined;
  return {
    range: project.rangeOf(location),
    severity: severities[severity],
    code,
    source: 'oncall',
    message,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...(can.tagSupport && code.startsWith('unused-') && { tags: [DiagnosticTag.Unnecessary] }),
    ...(can.relatedInformation &&
      related.length > 0 && {
        relatedInformation: related.map((each) => ({
          location: project.locationOf(each.location),
          message: each.message,
        })),
      }),
    ...(can.dataSupport &&
      fixes.length > 0 && { data: { fixes: fixes.map(({ title }) => title) } }),
  };
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

function isSameList(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  return (
    before.length === after.length &&
    before.every((each, index) => {
      const other = after[index] as Diagnostic;
      return (
        each.code === other.code &&
        each.severity === other.severity &&
        each.message === other.message &&
        isSameRange(each, other) &&
        isSameRelated(each.relatedInformation ?? [], other.relatedInformation ?? []) &&
        JSON.stringify(each.data) === JSON.stringify(other.data)
      );
    })
  );
}

function isSameRange({ range: a }: Pick<Location, 'range'>, { range: b }: Pick<Location, 'range'>) {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

function isSameRelated(
  before: NonNullable<Diagnostic['relatedInformation']>,
  after: NonNullable<Diagnostic['relatedInformation']>,
): boolean {
  return (
    before.length === after.length &&
    before.every(({ location, message }, index) => {
      const other = after[index];
      return (
        message === other?.message &&
        location.uri === other.location.uri &&
        isSameRange(location, other.location)
      );
    })
  );
}
