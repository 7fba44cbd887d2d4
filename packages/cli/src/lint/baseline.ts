/**
 * Old warnings that a project has decided to live with for now, in a file beside it. They are not
 * told. Only `--write-baseline` adds to it; what is not found any more is told, and goes when the
 * file is written next, or by `--fix`, which writes anyway. An error is never in it.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis, Diagnostic } from '@oncall/language';
import { exitCodes, OperationalError } from '../exit.ts';
import { readFile } from '../files/read-file.ts';
import { replaceFile, unwritable } from '../files/write-file.ts';
import { jsonText } from '../reporters/json-text.ts';
import { maskAddresses } from '../terminal/mask.ts';
import { visible } from '../terminal/visible.ts';
import { fingerprints } from './fingerprints.ts';

const baselineName = '.oncall-baseline.json';

export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

export interface BaselineEntry {
  readonly code: string;
  /** The declaration, for people who review the file. */
  readonly in: string;
  readonly fingerprint: string;
}

/** The baseline of a project's folder; `shown` is the folder as people name it. */
export function readBaseline(folder: string, shown: string): Baseline | undefined {
  const path = join(folder, baselineName);
  if (!existsSync(path)) return undefined;
  const shownFile = baselineIn(shown);
  const text = Buffer.from(readFile(path, shownFile)).toString();
  const entries = entriesOf(text);
  if (entries === undefined) {
    throw new OperationalError(
      exitCodes.noInput,
      `${visible(shownFile)} is no baseline of oncall lint`,
      'Write it anew: oncall lint --write-baseline.',
    );
  }
  return { entries };
}

/** What is to be told, and the entries that nothing was found for. */
export function applyBaseline(
  analysis: Analysis,
  { entries }: Baseline,
): { readonly told: readonly Diagnostic[]; readonly stale: readonly BaselineEntry[] } {
  const identities = fingerprints(analysis);
  const known = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const stale = new Set(known.keys());
  const told = analysis.diagnostics.filter((diagnostic) => {
    if (diagnostic.severity === 'error') return true;
    const { fingerprint = '' } = identities.get(diagnostic) ?? {};
    const key = keyOf({ code: diagnostic.code, fingerprint });
    stale.delete(key);
    return !known.has(key);
  });
  return { told, stale: [...stale].map((key) => known.get(key) as BaselineEntry) };
}

/** All that is told of an analysis but errors. */
export function baselineOf(analysis: Analysis): Baseline {
  const identities = fingerprints(analysis);
  const entries = analysis.diagnostics
    .filter(({ severity }) => severity !== 'error')
    .map((diagnostic) => {
      const { within = '', fingerprint = '' } = identities.get(diagnostic) ?? {};
      return { code: diagnostic.code, in: maskAddresses(within), fingerprint };
    });
  return { entries };
}

export function withoutEntries({ entries }: Baseline, gone: readonly BaselineEntry[]): Baseline {
  return { entries: entries.filter((entry) => !gone.includes(entry)) };
}

export function writeBaseline(folder: string, shown: string, { entries }: Baseline): void {
  const path = join(folder, baselineName);
  if (entries.length === 0) {
    rmSync(path, { force: true });
    return;
  }
  // In an order of their own, so that a change of one is a change of one line or two.
  const diagnostics = entries
    .map(({ code, in: within, fingerprint }) => ({ code, in: within, fingerprint }))
    .sort((a, b) => (keyWithin(a) < keyWithin(b) ? -1 : 1));
  const text = jsonText({ version: 1, diagnostics });
  try {
    if (!existsSync(path)) writeFileSync(path, '', { flag: 'wx' });
  } catch (error) {
    throw unwritable(error, baselineIn(shown));
  }
  replaceFile(path, text, baselineIn(shown));
}

/** Its path, in a folder as people name it. */
export function baselineIn(folder: string): string {
  return folder === '.' ? baselineName : `${folder}/${baselineName}`;
}

/** `2 entries of .oncall-baseline.json found no more`. */
export function foundNoMore(stale: readonly BaselineEntry[], shownFile: string): string {
  const count = stale.length === 1 ? '1 entry' : `${stale.length} entries`;
  return `${count} of ${visible(shownFile)} found no more`;
}

function keyOf({ code, fingerprint }: Pick<BaselineEntry, 'code' | 'fingerprint'>): string {
  return `${code} ${fingerprint}`;
}

function keyWithin({ code, in: within, fingerprint }: BaselineEntry): string {
  return JSON.stringify([code, within, fingerprint]);
}

function entriesOf(text: string): readonly BaselineEntry[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { version, diagnostics } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (version !== 1 || !Array.isArray(diagnostics)) return undefined;
  const isEntry = (each: unknown) => {
    const { code, in: within, fingerprint } = (each ?? {}) as Record<string, unknown>;
    return [code, within, fingerprint].every((part) => typeof part === 'string');
  };
  return diagnostics.every(isEntry) ? (diagnostics as readonly BaselineEntry[]) : undefined;
}
