import { type Diagnostic, positionAt } from '@oncall/language';
import type { LintReport } from '../lint/report.ts';
import { maskAddresses } from '../terminal/mask.ts';
import { byFile } from './by-file.ts';
import { xmlAttribute } from './xml-text.ts';

/** The XML of Checkstyle, which many tools that comment on code read. */
export function lintCheckstyle({ diagnostics }: LintReport): string {
  const found = byFile(diagnostics);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="8.0">',
    ...[...found].flatMap(([path, ofFile]) => [
      `  <file name="${xmlAttribute(path)}">`,
      ...ofFile.map((each) => `    ${element(each)}`),
      '  </file>',
    ]),
    '</checkstyle>',
    '',
  ].join('\n');
}

function element({ code, severity, message, location: { file, span } }: Diagnostic): string {
  const { line, column } = positionAt(file, span.start);
  const text = xmlAttribute(maskAddresses(message));
  return `<error line="${line}" column="${column}" severity="${severity}" message="${text}" source="oncall.${code}"/>`;
}
