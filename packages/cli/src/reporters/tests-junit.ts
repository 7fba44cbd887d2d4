import type { TestRun } from '../time/run-tests.ts';
import { lineOf } from './tests-json.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

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
  const name = `name="${xmlAttribute(test.title)}" classname="${xmlAttribute(path)}"`;
  const head = `    <testcase ${name} file="${xmlAttribute(path)}" line="${lineOf(location)}" time="0"`;
  // A test case may hold one failure only.
  const [first] = failures;
  if (first === undefined) return [`${head}/>`];
  const lines = failures.map((it) => `${path}:${lineOf(it.location)}: ${it.message}`);
  return [
    `${head}>`,
    `      <failure message="${xmlAttribute(first.message)}">${xmlText(lines.join('\n'))}</failure>`,
    '    </testcase>',
  ];
}
