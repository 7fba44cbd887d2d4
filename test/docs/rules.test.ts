/**
 * The page of all rules is what the catalogue, the pages and the sources say; `pnpm generate` writes
 * it again.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codes } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import { page, repository } from './markdown.ts';

const path = 'docs/rules.md';

/** Where each group is found that has no file a code. */
const foundIn: Readonly<Record<string, string>> = {
  'Text and tree': 'packages/language/src/syntax',
  Names: 'packages/language/src/semantics/resolve',
  Values: 'packages/language/src/semantics/declare',
  'Comments that silence': 'packages/language/src/semantics/silence.ts',
};
const foundElsewhere: Readonly<Record<string, string>> = {
  'invalid-encoding': 'packages/language/src/text/source-file.ts',
  'unset-variable': 'packages/compiler/src/lower/values.ts',
};
const ruleFolders = ['packages/language/src/semantics/rules', 'packages/simulator/src/rules'];

interface Listed {
  readonly code: string;
  readonly group: string;
}

const listed = groupsOf(page('docs/language.md').text);

it('each code is in a group', () => {
  expect(listed.map(({ code }) => code)).toEqual(codes);
});

it('the page is fresh', async () => {
  await expect(written()).toMatchFileSnapshot(join(repository, path));
});

describe.each(listed)('$code', ({ code, group }) => {
  it('is found where the page says', () => {
    expect(existsSync(join(repository, sourceOf(code, group)))).toBe(true);
  });
});

/** The codes that the language page lists, each with the heading that it stands under. */
function groupsOf(text: string): readonly Listed[] {
  let group = '';
  const found: Listed[] = [];
  for (const line of text.split('\n')) {
    group = /^### (.*)$/.exec(line)?.[1] ?? group;
    const code = /^- \[([a-z-]+)\]\(diagnostics\/\1\.md\)/.exec(line)?.[1];
    if (code !== undefined) found.push({ code, group });
  }
  return found;
}

function written(): string {
  const groups = [...new Set(listed.map(({ group }) => group))];
  return `${[
    '# All rules',
    '',
    'Every diagnostic there is, in the order of the catalogue. A project changes the',
    'level of a warning or an information with [`lint`](language.md#project); a comment',
    'silences one [where it stands](language.md#diagnostics); an error stays one. `fix`: an',
    'editor can mend it, and [`oncall lint --fix`](lint.md#mending) where that is no guess.',
    '',
    'The source is the file of the rule, or the folder that finds what is wrong while',
    'reading. This page is generated: `pnpm generate` writes it.',
    ...groups.flatMap((group) => [
      '',
      `## ${group}`,
      '',
      '| code | severity | what it tells | fix | source |',
      '| --- | --- | --- | --- | --- |',
      ...listed.filter((each) => each.group === group).map(row),
    ]),
  ].join('\n')}\n`;
}

function row({ code, group }: Listed): string {
  const { text } = page(`docs/diagnostics/${code}.md`);
  const [, what = '', severity = ''] = /^\*\*(.+)\.\*\* Severity: (.+)\.$/m.exec(text) ?? [];
  const fix = text.includes('\n## Fix\n') ? 'fix' : '';
  const source = sourceOf(code, group);
  const name = source.replace(/^packages\/(\w+)\/src\//, '$1: ');
  return `| [${code}](diagnostics/${code}.md) | ${severity} | ${what} | ${fix} | [${name}](../${source}) |`;
}

function sourceOf(code: string, group: string): string {
  const files = ruleFolders.map((folder) => `${folder}/${code}.ts`);
  const own = files.find((file) => existsSync(join(repository, file)));
  return own ?? foundElsewhere[code] ?? foundIn[group] ?? '';
}
