import { type Code, codes, severityOf } from '@oncall/language';
import { nearest } from '@oncall/language/suggest';
import type { Invocation } from '../command-line/command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { usageError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';

/** What lint is asked to do, read from its options. What does not go together is exit 64. */
export interface LintSettings {
  readonly format: LintFormat;
  readonly maxWarnings: number | undefined;
  readonly levels: ReadonlyMap<Code, Level>;
  /** Codes to tell; all where it is undefined. */
  readonly only: ReadonlySet<Code> | undefined;
  readonly since: string | undefined;
  readonly fix: { readonly isDry: boolean; readonly showsDiff: boolean } | undefined;
  readonly writeBaseline: boolean;
}

/** Whatever `--format` takes. */
export type LintFormat =
  | 'pretty'
  | 'compact'
  | 'json'
  | 'sarif'
  | 'github'
  | 'gitlab'
  | 'junit'
  | 'checkstyle';

export type Level = 'error' | 'warning' | 'off';

export function lintSettings(invocation: Invocation): LintSettings {
  refuseTogether(invocation);
  const only = invocation.values('only').map(codeOf);
  return {
    format: formatOf(invocation),
    maxWarnings: wholeNumber(invocation, 'max-warnings'),
    levels: new Map(invocation.values('rule').map(levelOf)),
    only: only.length === 0 ? undefined : new Set(only),
    since: invocation.value('since'),
    fix: invocation.has('fix')
      ? { isDry: invocation.has('dry-run'), showsDiff: invocation.has('diff') }
      : undefined,
    writeBaseline: invocation.has('write-baseline'),
  };
}

/** What an option can't do with others, and why. */
const apart: readonly (readonly [option: string, others: readonly string[], why: string])[] = [
  ['stdin', ['fix', 'since', 'watch', 'write-baseline'], 'What is read from stdin is no file.'],
  ['fix', ['since', 'watch', 'write-baseline'], 'It mends all files, and once.'],
  ['watch', ['write-baseline'], 'Write it by a run of its own.'],
  ['write-baseline', ['since', 'only', 'rule'], 'It holds all that is told without them.'],
];

const needs: readonly (readonly [option: string, other: string])[] = [
  ['stdin-filename', 'stdin'],
  ['dry-run', 'fix'],
  ['diff', 'fix'],
];

function refuseTogether(invocation: Invocation): void {
  for (const [option, other] of needs) {
    if (invocation.has(option) && !invocation.has(other)) {
      throw usageError(`--${option} goes with --${other}`);
    }
  }
  for (const [option, others, why] of apart) {
    const other = others.find((each) => invocation.has(each));
    if (invocation.has(option) && other !== undefined) {
      throw usageError(`--${option} does not go with --${other}`, why);
    }
  }
  const format = formatOf(invocation);
  if (invocation.has('diff') && format !== 'pretty') {
    throw usageError(`--diff does not go with --format ${format}`, 'Each is all of the output.');
  }
  if (invocation.has('watch') && format !== 'pretty' && format !== 'compact') {
    throw usageError(`--watch does not go with --format ${format}`, 'Use pretty or compact.');
  }
}

function formatOf(invocation: Invocation): LintFormat {
  return (invocation.value('format') as LintFormat | undefined) ?? 'pretty';
}

function codeOf(written: string): Code {
  const code = codes.find((each) => each === written);
  if (code !== undefined) return code;
  const near = nearest(written, codes);
  throw usageError(
    `no diagnostic has the code ${visible(written)}`,
    near === undefined ? 'docs/rules.md lists the codes.' : `Did you mean ${near}?`,
  );
}

function levelOf(written: string): readonly [Code, Level] {
  const [, name = '', level] = /^([^=]*)=(error|warning|off)$/.exec(written) ?? [];
  if (level === undefined) {
    throw usageError(
      `--rule can't be ${visible(written)}`,
      'Write --rule CODE=error, --rule CODE=warning or --rule CODE=off.',
    );
  }
  const code = codeOf(name);
  if (severityOf(code) === 'error') {
    throw usageError(
      `${code} is an error, and stays one`,
      'Levels can be set of warnings and notes: what is an error stops plan and apply too.',
    );
  }
  return [code, level as Level];
}
