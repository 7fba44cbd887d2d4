import { expect, it } from 'vitest';
import { lintCompact } from '../../src/reporters/lint-compact.ts';
import { emptyReport, nastyReport } from './nasty-report.ts';

it('is a line for each, whatever is told', () => {
  const lines = lintCompact(nastyReport.diagnostics).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^a b\/.*\.oncall:1:9: error: a, 100% b: .* \[dangling-contact\]$/);
  expect(lines.join('')).not.toMatch(/\p{Cc}|\p{Cf}/u);
  expect(lintCompact(emptyReport.diagnostics)).toBe('');
});
