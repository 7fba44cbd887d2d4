/** Diagnostics as the protocol has them, a list a file, kept while nothing in them changes. */
import type { Diagnostic as OurDiagnostic } from '@oncall/language';
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

export class DiagnosticsOfFiles {
  readonly #files = new Map<string, FileDiagnostics>();
  readonly #seen = new Map<string, ProjectSnapshot['analysis']>();
  #lastId = 0;

  /** Those of a file; none of one that was never seen. */
  of(path: string): FileDiagnostics {
    return this.#files.get(path) ?? { resultId: '0', items: [] };
  }

  /** Paths of all files that have had any. */
  get paths(): Iterable<string> {
    return this.#files.keys();
  }

  /** Takes in the projects as they are, and tells the files whose diagnostics changed. */
  update(projects: readonly ProjectSnapshot[]): readonly string[] {
    const changed: string[] = [];
    const current = new Set<string>();
    for (const project of projects) {
      const { analysis, folder } = project;
      const seen = this.#seen.get(folder) === analysis;
      this.#seen.set(folder, analysis);
      for (const { path } of analysis.files) current.add(path);
      if (seen) continue;
      const lists = byFile(analysis.diagnostics);
      for (const { path } of analysis.files) {
        if (
          this.#put(
            path,
            (lists.get(path) ?? []).map((each) => toProtocol(project, each)),
          )
        )
          changed.push(path);
      }
    }
    for (const path of this.#files.keys()) {
      if (!current.has(path) && this.#put(path, [])) changed.push(path);
    }
    return changed;
  }

  #put(path: string, items: readonly Diagnostic[]): boolean {
    const before = this.#files.get(path)?.items ?? [];
    if (isSame(before, items)) return false;
    this.#lastId += 1;
    this.#files.set(path, { resultId: String(this.#lastId), items });
    return true;
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

function byFile(
  diagnostics: readonly OurDiagnostic[],
): ReadonlyMap<string, readonly OurDiagnostic[]> {
  const lists = new Map<string, OurDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { path } = diagnostic.location.file;
    const list = lists.get(path);
    if (list === undefined) lists.set(path, [diagnostic]);
    else list.push(diagnostic);
  }
  return lists;
}

function isSame(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
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
