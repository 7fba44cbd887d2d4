/** What a project and its comments say about warnings: levels, and places where they are silenced. */

import { type Code, catalogue, codes, codesOffUnlessSet } from '../diagnostics/catalogue.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { finding } from '../diagnostics/finding.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Origin } from '../text/piece.ts';
import type { Ignore } from './declare/ignores.ts';
import type { LintLevel } from './resolve/resolved-piece.ts';

/**
 * Findings of one piece without those that a comment of it silences, and with what is to be said of
 * the comments; not that one silences nothing where nobody looked for its code.
 */
export function applyIgnores(
  findings: readonly Finding[],
  ignores: readonly Ignore[],
  notLookedFor: ReadonlySet<string>,
): Finding[] {
  if (ignores.length === 0) return [...findings];
  const used = new Set<Ignore>();
  const kept = findings.filter((each) => {
    if (each.severity === 'error') return true;
    const by = ignores.find(
      ({ code, scope }) =>
        code === each.code &&
        scope !== undefined &&
        scope.start <= each.origin.start &&
        each.origin.start < scope.end,
    );
    if (by === undefined) return true;
    used.add(by);
    return false;
  });
  for (const ignore of ignores) {
    const { code, origin, hasReason } = ignore;
    const unknown = whyNotSilenced(code);
    if (unknown !== undefined) {
      kept.push(unknownCode(code, unknown, origin));
      continue;
    }
    if (!hasReason) kept.push(finding('ignore-without-reason', origin, { code }));
    if (used.has(ignore) || notLookedFor.has(code)) continue;
    kept.push(finding('unused-ignore', origin, { code }));
  }
  return kept;
}

export type Levels = ReadonlyMap<string, LintLevel['level']>;

/** Where nothing is set but what the project sets. */
export const noLevels: Levels = new Map();

/** Levels of codes as the project sets them, and what is to be said of codes that take none. */
export function levelsOf(lint: readonly LintLevel[]): {
  readonly levels: Levels;
  readonly findings: readonly Finding[];
} {
  const levels = new Map<string, LintLevel['level']>();
  const findings: Finding[] = [];
  for (const { code, level, origin } of lint) {
    const unknown = whyNotSilenced(code);
    if (unknown === undefined) levels.set(code, level);
    else findings.push(unknownCode(code, unknown, origin));
  }
  return { levels, findings };
}

/** A finding at the level that the project sets for it; `undefined` where that is off. */
export function atLevel(each: Finding, levels: Levels): Finding | undefined {
  const level = levels.get(each.code);
  if (level === undefined || each.severity === 'error') return each;
  return level === 'off' ? undefined : { ...each, severity: level };
}

/** Whether a project is to be told of a code; of some only where it, or the caller, asks. */
export function isWanted(code: Code, lint: readonly LintLevel[], caller: Levels): boolean {
  const level = caller.get(code) ?? lint.findLast((each) => each.code === code)?.level;
  return level === undefined ? !codesOffUnlessSet.has(code) : level !== 'off';
}

/** Codes that no rule looks for, since nobody asks for them. */
export function unwanted(lint: readonly LintLevel[], caller: Levels): readonly Code[] {
  return [...codesOffUnlessSet].filter((code) => !isWanted(code, lint, caller));
}

function whyNotSilenced(code: string): string | undefined {
  if (code === '') return 'names no diagnostic. Write its code.';
  if (!Object.hasOwn(catalogue, code)) {
    const found = nearest(code, codes);
    const advice = found === undefined ? 'Remove it.' : `Did you mean ${found}?`;
    return `is no diagnostic. ${advice}`;
  }
  if (catalogue[code as Code].severity !== 'error') return undefined;
  return "is an error, which can't be silenced. Mend what it marks instead.";
}

function unknownCode(code: string, why: string, origin: Origin): Finding {
  return finding('unknown-code', origin, { code: code === '' ? 'This' : code, why });
}
