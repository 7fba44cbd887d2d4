import { type Diagnostic, positionAt } from '@oncall/language';
import type { LintReport } from '../lint/report.ts';
import { maskAddresses } from '../terminal/mask.ts';
import { byFile } from './by-file.ts';
import { xmlAttribute } from './xml-text.ts';

/**
 * As the XML of tests that build servers read: a suite for each file, a failed test for each
 * diagnostic, and one that passed for a file without any.
 */
export function lintJunit({ diagnostics, files }: LintReport): string {
  const found = byFile(diagnostics);
  const suites = files.flatMap((path) => suite(path, found.get(path) ?? []));
  const tests = files.reduce((sum, path) => sum + Math.max(1, found.get(path)?.length ?? 0), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="oncall lint" tests="${tests}" failures="${diagnostics.length}" errors="0">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(path: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  const name = xmlAttribute(path);
  const tests = Math.max(1, diagnostics.length);
  const counts = `tests="${tests}" failures="${diagnostics.length}" errors="0" skipped="0"`;
  return [
    `  <testsuite name="${name}" ${counts}>`,
    ...(diagnostics.length === 0
      ? [`    <testcase name="lint" classname="${name}" time="0"/>`]
      : diagnostics.flatMap((each) => testCase(name, each))),
    '  </testsuite>',
  ];
}

function testCase(
  classname: string,
  { code, severity, message, location: { file, span } }: Diagnostic,
): readonly string[] {
  const { line, column } = positionAt(file, span.start);
  const text = xmlAttribute(maskAddresses(message));
  return [
    `    <testcase name="${code} at ${line}:${column}" classname="${classname}" time="0">`,
    `      <failure type="${severity}" message="${text}">${classname}:${line}:${column}: ${text}</failure>`,
    '    </testcase>',
  ];
}
