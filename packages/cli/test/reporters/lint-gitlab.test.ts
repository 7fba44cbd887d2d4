import { describe, expect, it } from 'vitest';
import { lintGitlab } from '../../src/reporters/lint-gitlab.ts';
import { emptyReport, nasty, nastyDiagnostic, nastyReport } from './nasty-report.ts';

describe('lintGitlab', () => {
  it('has all that GitLab asks for, and no address', () => {
    const text = lintGitlab(nastyReport);
    expect(text).not.toMatch(/2065550100|alice@|[^\P{Cc}\n]|\p{Cf}|\u2028/u);
    const [first, second, third] = JSON.parse(text);
    expect(first).toEqual({
      description: nasty.replace('+12065550100', '+1******0100').replace('alice@', 'a****@'),
      check_name: 'dangling-contact',
      fingerprint: 'print of dangling-contact',
      severity: 'critical',
      location: {
        path: `in/${nastyDiagnostic.location.file.path}`,
        lines: { begin: 1, end: 1 },
      },
    });
    expect([second.severity, third.severity]).toEqual(['minor', 'info']);
    expect(second.location.lines).toEqual({ begin: 1, end: 2 });
  });

  it('is an empty list where nothing is wrong', () => {
    expect(JSON.parse(lintGitlab(emptyReport))).toEqual([]);
  });
});
