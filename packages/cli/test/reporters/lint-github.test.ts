import { createSourceFile } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import { githubSummary, lintGithub } from '../../src/reporters/lint-github.ts';
import { emptyReport, nasty, nastyDiagnostic, nastyReport } from './nasty-report.ts';

/**
 * The format of workflow commands as the runner reads it: `::name key=value,…::data`, values and
 * data unescaped, `%25` last.
 */
function parse(line: string) {
  const end = line.indexOf('::', 2);
  expect(line.startsWith('::')).toBe(true);
  expect(end).toBeGreaterThan(0);
  const head = line.slice(2, end);
  const space = head.indexOf(' ');
  const properties = head
    .slice(space + 1)
    .split(',')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), unescaped(pair.slice(equals + 1), true)];
    });
  return {
    command: head.slice(0, space),
    properties: Object.fromEntries(properties),
    message: unescaped(line.slice(end + 2), false),
  };
}

function unescaped(text: string, isProperty: boolean): string {
  let plain = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  if (isProperty) plain = plain.replaceAll('%3A', ':').replaceAll('%2C', ',');
  return plain.replaceAll('%25', '%');
}

const shown = nasty
  .replace('+12065550100', '+1******0100')
  .replace('alice@', 'a****@')
  .replace('\r', '\\u{d}')
  .replace('\u200d', '\\u{200d}')
  .replace('\u2028', '\\u{2028}')
  .replace('\u202e', '\\u{202e}')
  .replace('\u001b', '\\u{1b}');

describe('lintGithub', () => {
  it('is read back as it was meant', () => {
    const lines = lintGithub(nastyReport).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    const [error, warning, notice] = lines.map(parse);
    expect(error).toEqual({
      command: 'error',
      properties: {
        file: `in/${nastyDiagnostic.location.file.path.replace('\u2028', '\\u{2028}')}`,
        line: '1',
        endLine: '1',
        col: '9',
        endColumn: '14',
        title: 'dangling-contact',
      },
      message: shown,
    });
    expect(warning?.command).toBe('warning');
    // It goes over a line end.
    expect(warning?.properties).not.toHaveProperty('col');
    expect(warning?.properties).toMatchObject({ line: '1', endLine: '2' });
    expect(notice?.command).toBe('notice');
  });

  it('names a file whose name holds whatever the format is made of', () => {
    const path = 'a:b,c%0A=d::e\n::error::f.oncall';
    const file = createSourceFile(path, nastyDiagnostic.location.file.text);
    const location = { ...nastyDiagnostic.location, file };
    const diagnostics = [{ ...nastyDiagnostic, location }];
    const [line = '', ...others] = lintGithub({ ...nastyReport, diagnostics }).split('\n');
    expect(others).toEqual(['']);
    expect(parse(line).properties).toMatchObject({ file: `in/${path}` });
  });

  it('is nothing where nothing is wrong', () => {
    expect(lintGithub(emptyReport)).toBe('');
  });
});

describe('githubSummary', () => {
  it('has a row for each, in which nothing is Markdown or HTML', () => {
    const summary = githubSummary(nastyReport);
    const rows = summary.split('\n').filter((line) => /^\| (error|warning|info) /.test(line));
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      expect(row.match(/\|/g)).toHaveLength(5);
      expect(row).not.toMatch(/[`*_<@]|\p{Cf}|alice@|2065550100/u);
    }
    expect(summary).toContain('1 error, 1 warning, 1 note in 1 file.');
  });

  it('stays below what a page may hold', () => {
    const diagnostics = Array.from({ length: 3_000 }, () => nastyDiagnostic);
    const summary = githubSummary({ ...nastyReport, diagnostics });
    expect(summary.length).toBeLessThan(1_000_000);
    expect(summary).toContain('And 2500 more.');
  });

  it('says that nothing is wrong', () => {
    expect(githubSummary(emptyReport)).toContain('Nothing wrong in 2 files.');
    const [file] = emptyReport.files;
    const one = { ...emptyReport, files: file === undefined ? [] : [file] };
    expect(githubSummary(one)).toContain('Nothing wrong in 1 file.');
  });
});
