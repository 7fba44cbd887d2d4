import { type Diagnostic, positionAt } from '@oncall/language';
import type { LintReport } from '../lint/report.ts';
import { maskAddresses } from '../terminal/mask.ts';
import { byFile } from './by-file.ts';
import { xmlAttribute } from './xml-text.ts';

/**
 * As the XML of tests that build servers read: a suite for each file, a test for each diagnostic,
 * and one that passed for a file without any. What lint does not exit 1 for fails no test: it is
 * what a test that passed prints.
 */
export function lintJunit({ diagnostics, files, fails }: LintReport): string {
  const found = byFile(diagnostics);
  const suites = files.flatMap((path) => suite(path, found.get(path) ?? [], fails));
  const tests = files.reduce((sum, path) => sum + Math.max(1, found.get(path)?.length ?? 0), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="oncall lint" tests="${tests}" failures="${diagnostics.filter(fails).length}" errors="0">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(
  path: string,
  diagnostics: readonly Diagnostic[],
  fails: LintReport['fails'],
): readonly string[] {
  const name = xmlAttribute(path);
  const tests = Math.max(1, diagnostics.length);
  const failures = diagnostics.filter(fails).length;
  const counts = `tests="${tests}" failures="${failures}" errors="0" skipped="0"`;
  return [
    `  <testsuite name="${name}" ${counts}>`,
    ...(diagnostics.length === 0
      ? [`    <testcase name="lint" classname="${name}" time="0"/>`]
      : diagnostics.flatMap((each) => testCase(name, each, fails(each)))),
    '  </testsuite>',
  ];
}

function testCase(
  classname: string,
  { code, severity, message, location: { file, span } }: Diagnostic,
  isFailure: boolean,
): readonly string[] {
  const { line, column } = positionAt(file, span.start);
  const text = xmlAttribute(maskAddresses(message));
  const place = `${classname}:${line}:${column}`;
  return [
    `    <testcase name="${code} at ${line}:${column}" classname="${classname}" time="0">`,
    isFailure
      ? `      <failure type="${severity}" message="${text}">${place}: ${text}</failure>`
      : `      <system-out>${place}: ${severity}: ${text}</system-out>`,
    '    </testcase>',
  ];
}
