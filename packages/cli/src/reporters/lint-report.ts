import type { LintReport } from '../lint/report.ts';
import type { LintFormat } from '../lint/settings.ts';
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
export const lintReporters: Readonly<
  Record<LintFormat, (report: LintReport, stream: Stream) => string>
> = {
  pretty: ({ diagnostics }, stream) => reportPretty(diagnostics, stream),
  compact: ({ diagnostics }) => lintCompact(diagnostics),
  json: ({ diagnostics }) => reportJson(diagnostics),
  sarif: lintSarif,
  github: lintGithub,
  gitlab: lintGitlab,
  junit: lintJunit,
  checkstyle: lintCheckstyle,
};
