import { visible } from '../terminal/visible.ts';
import type { TestRun } from '../time/run-tests.ts';
import { lineOf } from './tests-json.ts';

/** Tests as the XML that build servers read. */
export function testsJunit(runs: readonly TestRun[]): string {
  const failed = runs.filter(({ passed }) => !passed).length;
  const counts = `tests="${runs.length}" failures="${failed}" errors="0" skipped="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="oncall" ${counts}>`,
    ...runs.flatMap(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase({ test, location, failures }: TestRun): readonly string[] {
  const { path } = location.file;
  const name = `name="${escaped(test.title)}" classname="${escaped(path)}"`;
  const head = `    <testcase ${name} file="${escaped(path)}" line="${lineOf(location)}" time="0"`;
  // A test case may hold one failure only.
  const [first] = failures;
  if (first === undefined) return [`${head}/>`];
  const lines = failures.map((it) => `${path}:${lineOf(it.location)}: ${it.message}`);
  return [
    `${head}>`,
    `      <failure message="${escaped(first.message)}">${escaped(lines.join('\n'))}</failure>`,
    '    </testcase>',
  ];
}

function escaped(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
