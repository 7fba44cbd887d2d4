/**
 * What each stage makes of each case, side by side with its text. `UPDATE=1` writes what is made
 * now; what is then committed is a claim that it is right.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, lower } from '@oncall/compiler';
import {
  type Analysis,
  analyze,
  createSourceFile,
  type Diagnostic,
  format,
  type Location,
  type Origin,
  positionAt,
  type SourceFile,
} from '@oncall/language';
import { timeRules } from '@oncall/simulator';
import { describe, expect, it } from 'vitest';

const corpus = fileURLToPath(new URL('corpus/', import.meta.url));
/** Epoch seconds of the day on which the cases are looked at. */
const now = Date.UTC(2026, 1, 2) / 1_000;
const update = process.env['UPDATE'] === '1';
const cases = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it('there are cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(25);
});

describe.each(cases)('%s', (name) => {
  const folder = join(corpus, name);
  const analysis = analyze(sourcesIn(folder), { rules: timeRules(now) });
  const sound = analysis.diagnostics.every(({ severity }) => severity !== 'error');
  const lowered = sound ? lower(analysis.model, { variable: variablesIn(folder) }) : undefined;

  it('diagnostics.txt', () => {
    const found = [...analysis.diagnostics, ...(lowered?.findings ?? []).map(analysis.place)];
    expectFile(join(folder, 'diagnostics.txt'), found.map(tell).join('\n'));
  });

  it('formatted.oncall', () => {
    const main = analysis.files.find(({ path }) => path === 'main.oncall') as SourceFile;
    const result = format(main);
    const text = result.kind === 'formatted' ? result.text : undefined;
    expectFile(join(folder, 'formatted.oncall'), text);
    if (text !== undefined) {
      expect(format(createSourceFile('main.oncall', text))).toEqual({ kind: 'formatted', text });
    }
  });

  it('model.json', () => {
    expectFile(join(folder, 'model.json'), json(placed(analysis.model, analysis)));
  });

  it('requests.json', () => {
    const { resources, findings } = lowered ?? { resources: [], findings: [undefined] };
    const requests = compile(resources).map(({ id, operation, input, after, origin }) => {
      return { id, operation, input, after, source: placeOf(analysis.locate(origin)) };
    });
    expectFile(join(folder, 'requests.json'), findings.length === 0 ? json(requests) : undefined);
  });
});

/** `undefined`: there is to be none. */
function expectFile(path: string, text: string | undefined): void {
  if (update) {
    if (text === undefined) rmSync(path, { force: true });
    else writeFileSync(path, text);
  }
  expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : undefined);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function sourcesIn(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.oncall'))
    .filter(({ name }) => name !== 'formatted.oncall')
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => {
      return createSourceFile(
        relative(folder, path).replaceAll('\\', '/'),
        readFileSync(path, 'utf8'),
      );
    });
}

function variablesIn(folder: string): (name: string) => string | undefined {
  const path = join(folder, 'oncall.env');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  const values = new Map(lines.map((line) => line.split('=', 2) as [string, string]));
  return (name) => values.get(name);
}

function tell({ severity, code, message, location, related, fixes }: Diagnostic): string {
  return [
    `${rangeOf(location)} ${severity} ${code}: ${message}`,
    ...related.map((each) => `  ${rangeOf(each.location)} ${each.message}`),
    ...fixes.flatMap(({ title, edits }) => [
      `  fix: ${title}`,
      ...edits.map((edit) => `    ${rangeOf(edit.location)} ${JSON.stringify(edit.text)}`),
    ]),
    '',
  ].join('\n');
}

function placeOf({ file, span }: Location): string {
  const { line, column } = positionAt(file, span.start);
  return `${file.path}:${line}:${column}`;
}

function rangeOf(location: Location): string {
  const { line, column } = positionAt(location.file, location.span.end);
  return `${placeOf(location)}-${line}:${column}`;
}

function isMap(value: unknown): value is ReadonlyMap<string, unknown> {
  return value instanceof Object && 'has' in value && 'keys' in value;
}

/** The model with places for origins; maps as their values, which bear their keys as names. */
function placed(value: unknown, analysis: Analysis): unknown {
  if (isMap(value)) return [...value.values()].map((part) => placed(part, analysis));
  if (Array.isArray(value)) return value.map((part) => placed(part, analysis));
  if (typeof value !== 'object' || value === null) return value;
  if ('piece' in value) return rangeOf(analysis.locate(value as Origin));
  return Object.fromEntries(
    Object.entries(value).map(([member, part]) => [member, placed(part, analysis)]),
  );
}
