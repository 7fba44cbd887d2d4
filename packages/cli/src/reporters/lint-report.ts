import type { LintReport } from '../lint/report.ts';
import type { Stream } from '../terminal/terminal.ts';
import { reportJson } from './json.ts';
import { lintCheckstyle } from './lint-checkstyle.ts';
import { lintCompact } from './lint-compact.ts';
import { lintGithub } from './lint-github.ts';
import { lintGitlab } from './lint-gitlab.ts';
import { lintJunit } from './lint-junit.ts';
import { lintSarif } from './lint-sarif.ts';
import { reportPretty } from './pretty.ts';

/** Every form in which lint reports, by the name that `--format` takes. */
export const lintReporters = {
  pretty: ({ diagnostics }, stream) => reportPretty(diagnostics, stream),
  compact: ({ diagnostics }) => lintCompact(diagnostics),
  json: ({ diagnostics }) => reportJson(diagnostics),
  sarif: lintSarif,
  github: lintGithub,
  gitlab: lintGitlab,
  junit: lintJunit,
  checkstyle: lintCheckstyle,
} satisfies Record<string, (report: LintReport, stream: Stream) => string>;

export type LintFormat = keyof typeof lintReporters;
