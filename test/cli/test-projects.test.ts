/** `oncall test` of a repository with several projects. */
import { describe, expect, it } from 'vitest';
import { folder, oncall } from './oncall.ts';

const project = (name: string, paged: string) => `project ${name} <>
contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
contact bob < channel phone voice "+12065550101" stage 5m < notify phone > >
plan sre < stage 5m < notify @alice essential > stage 5m < notify @bob > >
test "of ${name}" <
  page @sre at 2026-01-06T03:00 "America/New_York"
  expect ${paged} within 0m
>
`;

describe('oncall test with several projects', () => {
  it('runs the tests of all of them', async () => {
    const cwd = folder({
      'east/main.oncall': project('east', '@alice'),
      'west/main.oncall': project('west', '@alice'),
    });
    const { code, stdout } = await oncall(['test'], { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'pass  of east\npass  of west\n\n2 tests: 2 passed\n',
    });
  });

  it('fails where the test of one fails', async () => {
    const cwd = folder({
      'east/main.oncall': project('east', '@alice'),
      'west/main.oncall': project('west', '@bob'),
    });
    const { code, stdout } = await oncall(['test'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('pass  of east\nFAIL  of west\n');
    expect(stdout).toContain('--> west/main.oncall:7:10');
    expect(await oncall(['test', 'east'], { cwd })).toMatchObject({ code: 0 });
  });

  it('tells the errors of all before any test runs', async () => {
    const cwd = folder({
      'east/main.oncall': project('east', '@alice').replace('notify @bob', 'notify @bib'),
      'west/main.oncall': project('west', '@alice').replace('notify @bob', 'notify @bub'),
    });
    const { code, stdout, stderr } = await oncall(['test'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('east/main.oncall:4');
    expect(stderr).toContain('west/main.oncall:4');
  });

  it('counts what tests reach over all of them', async () => {
    const cwd = folder({
      'east/main.oncall': project('east', '@alice'),
      'west/main.oncall': project('west', '@alice').replace(/^test[\s\S]*/m, ''),
    });
    const ended = await oncall(['test', '--format', 'json', '--coverage'], { cwd });
    const { coverage } = JSON.parse(ended.stdout);
    const one = await oncall(['test', '--format', 'json', '--coverage', 'east'], { cwd });
    const { stages } = JSON.parse(one.stdout).coverage;
    expect(stages.reached).toBeGreaterThan(0);
    expect(coverage.stages).toEqual({
      reached: stages.reached,
      total: stages.total * 2,
      percent: stages.percent / 2,
    });
    expect(coverage.plans.map(({ file }: { file: string }) => file)).toEqual([
      'east/main.oncall',
      'west/main.oncall',
    ]);
    const text = await oncall(['test', '--coverage-threshold', '51'], { cwd });
    expect(text.code).toBe(1);
  });
});
