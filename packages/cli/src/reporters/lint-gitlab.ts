import { positionAt, type Severity } from '@oncall/language';
import type { LintReport } from '../lint/report.ts';
import { maskAddresses } from '../terminal/mask.ts';
import { jsonText } from './json-text.ts';

/** The report of code quality that GitLab shows beside a merge request. */
export function lintGitlab({ diagnostics, inRepository, fingerprintOf }: LintReport): string {
  return jsonText(
    diagnostics.map((diagnostic) => {
      const { code, severity, message, location } = diagnostic;
      const { file, span } = location;
      return {
        description: maskAddresses(message),
        check_name: code,
        fingerprint: fingerprintOf(diagnostic),
        severity: severities[severity],
        location: {
          path: inRepository(file.path),
          lines: {
            begin: positionAt(file, span.start).line,
            end: positionAt(file, span.end).line,
          },
        },
      };
    }),
  );
}

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'minor',
  info: 'info',
};
