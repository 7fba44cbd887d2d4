/** A report whose every text is as bad as it can be for some format. */
import { createSourceFile, type Diagnostic } from '@oncall/language';
import type { LintReport } from '../../src/lint/report.ts';

export const nasty =
  'a, 100% b: c::d <e> & "f" \'g\' ]]> `h` | *i* \n::error::no\r\n 👩‍💻 \u2028\u202e\u001b[31m\ufffe\ufffd %0A %3A +12065550100 alice@example.com';

const text = 'contact alice <\n  channel phone voice "+1 206 555-0100"\n>\r\nplan p < >\n';
const file = createSourceFile('a b/ü,%:#<&"\u2028.oncall', text);
const at = (start: number, end: number) => ({ file, span: { start, end } });

export const nastyDiagnostic: Diagnostic = {
  code: 'dangling-contact',
  severity: 'error',
  message: nasty,
  location: at(8, 13),
  related: [{ location: at(0, 7), message: nasty }],
  fixes: [
    { title: nasty, edits: [{ location: at(8, 13), text: '"]]>\u2028%' }] },
    { title: 'Guess', isGuess: true, edits: [{ location: at(13, 13), text: '' }] },
  ],
};

export const nastyReport: LintReport = {
  diagnostics: [
    nastyDiagnostic,
    {
      ...nastyDiagnostic,
      code: 'unused-contact',
      severity: 'warning',
      location: at(0, 30),
      fixes: [],
    },
    {
      ...nastyDiagnostic,
      code: 'no-voice',
      severity: 'info',
      location: at(text.length, text.length),
    },
  ],
  files: [file.path, 'clean.oncall'],
  fails: ({ severity }) => severity === 'error',
  inRepository: (path) => `in/${path}`,
  fingerprintOf: ({ code }) => `print of ${code}`,
  pageOf: (code) =>
    `# ${code}\n\n**Title of\n${code}.** Severity: error.\n\nWhat it\nmeans.\n\n## Wrong\n`,
  version: '1.2.3',
};

export const emptyReport: LintReport = { ...nastyReport, diagnostics: [] };
