import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyze, createSourceFile } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import { runTest } from '../src/run-test.ts';
import { modelOf } from './projects.ts';

const people = `
contact alice < channel phone voice $A stage 5m < notify phone > >
contact bob < channel phone voice $B stage 5m < notify phone > >
rotation primary < zone "UTC" start 2026-01-05T09:00 members @alice @bob weekly mon 09:00 >
schedule oncall < rotation @primary >
plan sre < stage 5m < notify @oncall essential > stage 5m < notify @bob > stage 5m < notify @oncall > >
`;

function resultOf(items: string) {
  const model = modelOf(`${people}\ntest "t" < page @sre at 2026-01-06T12:00 "UTC" ${items} >`);
  const [test] = model.tests;
  if (test === undefined) throw new Error('no test');
  return runTest(model, test);
}

const messagesOf = (items: string) => resultOf(items).failures.map(({ message }) => message);

describe('a test', () => {
  it.each([
    'expect @alice within 0m expect @bob within 5m expect @oncall within 0m',
    'ack @alice after 4m expect no @bob',
    'ack @alice after 5m expect no @bob',
    'expect @bob within 300s',
  ])('passes: %s', (items) => {
    expect(resultOf(items)).toMatchObject({ passed: true, failures: [] });
  });

  it('fails for who comes late, with the event', () => {
    const { passed, failures, timeline } = resultOf('expect @bob within 4m');
    expect(passed).toBe(false);
    const [failure] = failures;
    expect(failure?.message).toBe(
      '@bob is to be engaged within 4m, but is only after 5m (named by the plan).',
    );
    expect(timeline).toContain(failure?.event);
    expect((failure?.event?.at ?? 0) - (failure?.expectedBy ?? 0)).toBe(60);
    const { piece, start, end } = failure?.origin ?? expect.fail();
    expect(piece.text.slice(start, end)).toBe('@bob');
  });

  it('fails for who never comes, and says what stopped the plan', () => {
    expect(messagesOf('ack @alice after 90s expect @bob within 5m')).toEqual([
      '@bob is to be engaged within 5m, but never is: the plan stops after 1m30s (alice was engaged as essential, so no later stage of sre starts).',
    ]);
  });

  it('fails for who should never come', () => {
    expect(messagesOf('expect no @bob expect no @oncall expect no @alice')).toEqual([
      '@bob is never to be engaged, but is after 5m (named by the plan).',
      '@oncall is never to be paged, but is after 0m (sre is engaged).',
      '@alice is never to be engaged, but is after 0m (on call in oncall).',
    ]);
  });

  it('meets a schedule that it pages', () => {
    const model = modelOf(`${people}
test "t" < page @oncall at 2026-01-06T12:00 "UTC" expect @oncall within 0m expect @alice within 0m >`);
    expect(model.tests.map((it) => runTest(model, it).failures)).toEqual([[]]);
  });
});

describe('the tests of the example', () => {
  const folder = fileURLToPath(new URL('../../../examples/acme/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.oncall'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => createSourceFile(path, readFileSync(path, 'utf8')));
  const { model } = analyze(files);

  it.each(model.tests.map((test) => ({ title: test.title, test })))('$title', ({ test }) => {
    expect(runTest(model, test).failures.map(({ message }) => message)).toEqual([]);
  });

  it('are there', () => {
    expect(model.tests.length).toBeGreaterThan(9);
  });
});
