/** The examples are what a newcomer should imitate: nothing to complain of, in the one form. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lower } from '@oncall/compiler';
import { analyze, createSourceFile, format, type SourceFile } from '@oncall/language';
import { timeRules } from '@oncall/simulator';
import { describe, expect, it } from 'vitest';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const names = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

it('there are two', () => {
  expect(names.sort()).toEqual(['acme', 'quickstart']);
});

describe.each(names)('%s', (name) => {
  const files = project(name);

  it.each([2026, 2027, 2030])('has no diagnostic in %d', (year) => {
    const rules = timeRules(Date.UTC(year, 1, 2) / 1_000);
    const found = analyze(files, { rules }).diagnostics;
    expect(found.map((it) => `${it.location.file.path}: ${it.message}`)).toEqual([]);
  });

  it.each(files)('$path is formatted', (file) => {
    expect(format(file)).toEqual({ kind: 'formatted', text: file.text });
  });

  it('has a value for each of its variables', () => {
    const values = variables(name);
    const { findings } = lower(analyze(files).model, { variable: (it) => values.get(it) });
    expect(findings.map((it) => it.message)).toEqual([]);
  });

  it('names no number or address that could be real', () => {
    const text = [...files.map((file) => file.text), ...variables(name).values()].join('\n');
    const numbers = text.match(/\+\d[\d -]*/g) ?? [];
    expect(numbers.filter((number) => !/^\+120655501\d\d$/.test(number.trim()))).toEqual([]);
    const addresses = text.match(/[\w.]+@[\w.]+/g) ?? [];
    expect(addresses.filter((address) => !address.endsWith('@example.com'))).toEqual([]);
  });
});

describe('acme', () => {
  const { model } = analyze(project('acme'));

  it('has the shape of a company', () => {
    expect(model.contacts.size).toBeGreaterThanOrEqual(24);
    expect(model.plans.size).toBeGreaterThanOrEqual(5);
    expect(model.tests.length).toBeGreaterThanOrEqual(10);
    expect([...model.rotations.values()].flatMap((it) => it.overrides).length).toBeGreaterThan(2);
  });

  it('follows the sun through three zones', () => {
    const zones = model.schedules
      .get('sre-oncall')
      ?.rotations.map((it) => model.rotations.get(it.name)?.zone.value);
    expect(new Set(zones).size).toBe(3);
  });
});

it('quickstart has twenty lines', () => {
  expect(project('quickstart').map((file) => file.text.split('\n').length - 1)).toEqual([20]);
});

function project(name: string): readonly SourceFile[] {
  return readdirSync(join(examples, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.oncall'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) =>
      createSourceFile(relative(examples, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')),
    );
}

function variables(name: string): ReadonlyMap<string, string> {
  if (!readdirSync(join(examples, name)).includes('oncall.env')) return new Map();
  const lines = readFileSync(join(examples, name, 'oncall.env'), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('=', 2) as [string, string]),
  );
}
