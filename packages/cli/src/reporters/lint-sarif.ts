import {
  type Code,
  type Diagnostic,
  type Fix,
  type Location,
  positionAt,
  type Severity,
  severityOf,
} from '@oncall/language';
import type { LintReport } from '../lint/report.ts';
import { maskAddresses } from '../terminal/mask.ts';
import { byFile } from './by-file.ts';
import { jsonText } from './json-text.ts';
import { toldFix } from './told-fix.ts';

/** SARIF 2.1.0, which code scanning reads. Rules are those that found something. */
export function lintSarif(report: LintReport): string {
  const codes = [...new Set(report.diagnostics.map(({ code }) => code))].sort();
  return jsonText({
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'oncall',
            version: report.version,
            semanticVersion: report.version,
            rules: codes.map((code) => ruleOf(code, report.pageOf(code))),
          },
        },
        originalUriBaseIds: {
          [rootId]: { description: { text: 'The root of the repository' } },
        },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results: report.diagnostics.map((each) => resultOf(each, codes, report)),
      },
    ],
  });
}

/** What paths are relative to. */
const rootId = '%SRCROOT%';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

function ruleOf(code: Code, page: string): object {
  // Its title and severity, and what it means.
  const [, short = code, full = short] =
    /^\*\*([^*]*)\*\*[^\n]*\n\n((?:[^\n]+\n)+)/m.exec(page) ?? [];
  return {
    id: code,
    shortDescription: { text: onOneLine(short) },
    fullDescription: { text: onOneLine(full) },
    help: { text: page, markdown: page },
    defaultConfiguration: { level: levels[severityOf(code)] },
  };
}

function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function resultOf(diagnostic: Diagnostic, codes: readonly string[], report: LintReport): object {
  const { code, severity, message, location, related, fixes } = diagnostic;
  const placed = (place: Location) => ({ physicalLocation: physical(place, report) });
  const told = fixes.flatMap((fix) => toldFix(fix) ?? []);
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: maskAddresses(message) },
    locations: [placed(location)],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, index) => ({
        id: index + 1,
        message: { text: maskAddresses(each.message) },
        ...placed(each.location),
      })),
    }),
    partialFingerprints: { 'oncallDiagnostic/v1': report.fingerprintOf(diagnostic) },
    ...(told.length > 0 && { fixes: told.map((fix) => fixOf(fix, report)) }),
  };
}

function fixOf({ title, edits }: Fix, report: LintReport): object {
  const files = byFile(edits);
  return {
    description: { text: title },
    artifactChanges: [...files].map(([path, changes]) => ({
      artifactLocation: artifact(path, report),
      replacements: changes.map(({ location, text }) => ({
        deletedRegion: region(location),
        insertedContent: { text },
      })),
    })),
  };
}

function physical(location: Location, report: LintReport): object {
  return { artifactLocation: artifact(location.file.path, report), region: region(location) };
}

function artifact(path: string, { inRepository }: LintReport): object {
  const uri = inRepository(path).split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: rootId };
}

function region({ file, span }: Location): object {
  const start = positionAt(file, span.start);
  const end = positionAt(file, span.end);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
