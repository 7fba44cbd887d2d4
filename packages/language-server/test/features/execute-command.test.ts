import { describe, expect, it } from 'vitest';
import {
  executeCommand,
  type Simulation,
  type TitledOutcome,
  uriOfCommand,
} from '../../src/features/execute-command.ts';
import { type PreviewAnswer, preview } from '../../src/features/preview.ts';
import { projectTests, type TestOutcome } from '../../src/features/project-tests.ts';
import { bracketed, picture } from '../pictures.ts';

const project = `contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
contact bob < channel phone voice "+12065550101" stage 5m < notify phone > >
plan p <
  stage 5m < notify @alice essential >
  stage 5m < notify @bob >
>
test "it holds" <
  page @p at 2026-01-06T03:00 "America/New_York"
  expect @bob within 5m
>
test "it does not" <
  page @p at 2026-01-06T03:00 "America/New_York"
  expect @bob within 1m
>
`;

async function run(text: string, command: string, ...values: readonly unknown[]) {
  const { snapshot, position } = await picture(text);
  const all = values.length === 0 ? [position.line, position.character] : values;
  const params = { command, arguments: [snapshot.uri, ...all] };
  expect(uriOfCommand(params)).toBe(snapshot.uri);
  return { snapshot, answer: executeCommand(snapshot, params) };
}

describe('oncall.simulate', () => {
  it('draws the plan at the cursor as it would go now', async () => {
    const { answer } = await run(project.replace('plan p', 'plan ┆p'), 'oncall.simulate');
    const { text, events, svg } = answer as Simulation;
    expect(text).toContain('@p paged Mon 2026-01-05 12:00 UTC\n');
    expect(text).toContain('5m  Mon 12:05    engage bob');
    expect(text).toContain('An estimate');
    expect(events[0]).toMatchObject({ kind: 'stage-start', stage: 1 });
    expect(svg).toMatch(/^<svg /);
  });

  it('takes the plan that a test pages', async () => {
    const { answer } = await run(project.replace('expect @bob', 'expect ┆@bob'), 'oncall.simulate');
    expect((answer as Simulation).text).toContain('@p paged');
  });

  it('takes what the test at the cursor pages, and not one before it of that title', async () => {
    const other = `test "same" <
  page @bob at 2026-01-05T12:00 "UTC"
  expect @bob within 5m
>
test "same" <
  page @alice at 2026-01-05T12:00 "UTC"
  expect ┆@alice within 5m
>`;
    const { answer } = await run(`${project}\n${other}`, 'oncall.simulate');
    expect((answer as Simulation).text).toContain('@alice paged');
  });

  it('has no answer where there is nothing to page', async () => {
    expect((await run('template t < ┆ >', 'oncall.simulate')).answer).toBeNull();
  });
});

describe('oncall.runTest', () => {
  it('runs a test by its title, and tells whom a failure is about', async () => {
    expect((await run(project, 'oncall.runTest', 'it holds')).answer).toEqual({
      passed: true,
      failures: [],
    });
    const { answer, snapshot } = await run(project, 'oncall.runTest', 'it does not');
    const { passed, failures } = answer as TestOutcome;
    expect(passed).toBe(false);
    expect(failures[0]?.message).toContain('bob');
    const ranges = failures.map(({ range }) => range);
    expect(bracketed(snapshot.file, ranges)).toContain('expect [@bob] within 1m');
  });

  it('runs one of several of its title', async () => {
    const twice = project.replace('test "it does not"', 'test "it holds"');
    for (const [nth, passed] of [true, false].entries()) {
      expect((await run(twice, 'oncall.runTest', 'it holds', nth)).answer).toMatchObject({
        passed,
      });
    }
    expect((await run(twice, 'oncall.runTest', 'it holds', 2)).answer).toBeNull();
  });

  it('runs all tests of the file where no title is given', async () => {
    const { answer } = await run(project, 'oncall.runTest', null);
    expect((answer as TitledOutcome[]).map(({ title, passed }) => `${title}: ${passed}`)).toEqual([
      'it holds: true',
      'it does not: false',
    ]);
  });

  it('has no answer of a test that is not there', async () => {
    expect((await run(project, 'oncall.runTest', 'nothing')).answer).toBeNull();
  });
});

describe('executeCommand', () => {
  it('knows no other commands, and survives what is no argument', async () => {
    expect((await run(project, 'oncall.plan')).answer).toBeNull();
    expect((await run(project, 'toString')).answer).toBeNull();
    expect(uriOfCommand({ command: 'oncall.preview' })).toBe('');
    expect(uriOfCommand({ command: 'oncall.preview', arguments: [5] })).toBe('');
    expect((await run(project, 'oncall.simulate', {}, 'x')).answer).not.toBeNull();
  });
});

describe('preview', () => {
  it.each([
    ['plan ┆p', 'plan p'],
    ['contact ┆alice', 'contact alice'],
    ['test "it h┆olds"', 'plan p'],
  ])('shows %s', async (place, title) => {
    const { snapshot, params } = await picture(project.replace(place.replace('┆', ''), place));
    const found = preview(snapshot, params);
    expect(found.title).toBe(title);
    expect(found.style).not.toBe('');
    expect(found.sections[0]?.svg).toContain(`data-source="${snapshot.uri}#L`);
  });

  it('shows the project before the first declaration', async () => {
    const { answer } = await run(`┆\n${project}`, 'oncall.preview');
    expect((answer as PreviewAnswer).title).toBe('on call');
  });
});

describe('projectTests', () => {
  it('lists the tests of all projects with their places', async () => {
    const { workspace, snapshot } = await picture(project);
    const found = projectTests(workspace.projects());
    expect(found.map(({ title, uri }) => [title, uri])).toEqual([
      ['it holds', snapshot.uri],
      ['it does not', snapshot.uri],
    ]);
    const ranges = found.map(({ range }) => range);
    expect(bracketed(snapshot.file, ranges)).toContain('test ["it holds"] <');
  });
});
