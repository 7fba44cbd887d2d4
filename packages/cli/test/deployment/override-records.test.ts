import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOverrideRecords } from '../../src/deployment/override-records.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oncall-records-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openOverrideRecords', () => {
  it('is empty where nothing was ever made', () => {
    expect(openOverrideRecords(folder).has('arn', 1, 2)).toBe(false);
  });

  it('outlives the process, and a line that a crash cut', () => {
    const first = openOverrideRecords(folder);
    first.add('arn:1', 100, 200);
    expect(first.has('arn:1', 100, 200)).toBe(true);
    appendFileSync(join(folder, '.oncall/overrides.jsonl'), '{"rotation":"arn:2","st');
    openOverrideRecords(folder).add('arn:3', 300, 400);
    const later = openOverrideRecords(folder);
    expect(later.has('arn:1', 100, 200)).toBe(true);
    expect(later.has('arn:3', 300.5, 400)).toBe(true);
    expect(later.has('arn:1', 100, 201)).toBe(false);
    expect(later.has('arn:2', 100, 200)).toBe(false);
  });

  it('is left alone by git', () => {
    openOverrideRecords(folder).add('arn', 1, 2);
    expect(readFileSync(join(folder, '.oncall/.gitignore'), 'utf8')).toBe('*\n');
  });
});
