import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-04';
import { beforeAll, describe, expect, it } from 'vitest';
import { lintSarif } from '../../src/reporters/lint-sarif.ts';
import { emptyReport, nasty, nastyDiagnostic, nastyReport } from './nasty-report.ts';

const schemaId = 'https://example.com/sarif-2.1.0.json';

beforeAll(() => {
  // The schema of SARIF 2.1.0 as Microsoft packs it for tests.
  const require = createRequire(import.meta.url);
  const main = require.resolve('@microsoft/jest-sarif');
  const path = main.replace(/lib[\\/].*$/, 'lib/schemas/sarif-2.1.0-rtm.5.json');
  const text = readFileSync(path, 'utf8').replaceAll(
    // A slip in the pattern of languages, mended since in the schema of OASIS.
    '^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$',
    '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$',
  );
  const { id: _, ...schema } = JSON.parse(text);
  registerSchema(schema, schemaId);
});

async function problems(sarif: string) {
  const output = await validate(schemaId, JSON.parse(sarif), 'BASIC');
  return output.valid ? [] : (output.errors ?? [{}]);
}

describe('lintSarif', () => {
  it('is valid, whatever is told', async () => {
    expect(await problems(lintSarif(nastyReport))).toEqual([]);
    expect(await problems(lintSarif(emptyReport))).toEqual([]);
  });

  it('would be found invalid', async () => {
    const broken = lintSarif(nastyReport).replace('"level": "note"', '"level": "information"');
    expect(await problems(broken)).not.toEqual([]);
  });

  it('places results in the repository, with rules, fingerprints and fixes', () => {
    const { runs } = JSON.parse(lintSarif(nastyReport));
    const [{ tool, results, columnKind, originalUriBaseIds }] = runs;
    expect(columnKind).toBe('utf16CodeUnits');
    expect(Object.keys(originalUriBaseIds)).toEqual(['%SRCROOT%']);
    const { rules } = tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual([
      'dangling-contact',
      'no-voice',
      'unused-contact',
    ]);
    expect(rules[0].shortDescription.text).toBe('Title of dangling-contact.');
    expect(rules[0].fullDescription.text).toBe('What it means.');
    expect(rules[0].help.markdown).toContain('# dangling-contact\n');
    const [first, second, third] = results;
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex].id).toBe(ruleId);
    expect([first.level, second.level, third.level]).toEqual(['error', 'warning', 'note']);
    const { artifactLocation, region } = first.locations[0].physicalLocation;
    expect(artifactLocation.uriBaseId).toBe('%SRCROOT%');
    expect(decodeURIComponent(artifactLocation.uri)).toBe(
      `in/${nastyDiagnostic.location.file.path}`,
    );
    expect(artifactLocation.uri).toMatch(/^[\w%./-]+$/);
    expect(region).toEqual({ startLine: 1, startColumn: 9, endLine: 1, endColumn: 14 });
    expect(first.partialFingerprints).toEqual({
      'oncallDiagnostic/v1': 'print of dangling-contact',
    });
    const [{ artifactChanges }] = first.fixes;
    expect(artifactChanges[0].replacements).toEqual([
      { deletedRegion: region, insertedContent: { text: '"]]>\u2028%' } },
    ]);
  });

  it('keeps text but for addresses', () => {
    const sarif = lintSarif(nastyReport);
    expect(sarif).not.toMatch(/2065550100|alice@/);
    expect(sarif).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\u2028/u);
    const masked = nasty.replace('+12065550100', '+1******0100').replace('alice@', 'a****@');
    expect(JSON.parse(sarif).runs[0].results[0].message.text).toBe(masked);
  });
});
