import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '@oncall/compiler';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createVariables } from '../../src/environment/variables.ts';
import { checkFolder, projectFiles } from '../../src/importing/project-files.ts';

function folder(files: Readonly<Record<string, string>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'oncall-import-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

const source = (variables: readonly (readonly [string, string])[]): Source => ({
  files: new Map([['project.oncall', 'project acme < >\n']]),
  variables: new Map(variables),
  managed: [],
  unmanaged: [],
  wouldGo: [],
  externs: [],
  others: [],
  withGoneChannels: [],
  endedOverrides: 0,
});

describe('projectFiles', () => {
  it('keeps the addresses out of git before it writes them', () => {
    const files = projectFiles(source([['ANN_PHONE', '+12065550100']]), folder());
    expect(files.map(({ name, secret }) => [name, secret])).toEqual([
      ['.gitignore', undefined],
      ['oncall.env', true],
      ['project.oncall', undefined],
    ]);
  });

  it('needs neither where there is no address', () => {
    expect(projectFiles(source([]), folder()).map(({ name }) => name)).toEqual(['project.oncall']);
  });

  it('writes each value so that it is read as it is, or not at all', () => {
    const cwd = folder();
    const odd = [
      ['PLAIN', 'o"b@example.com'],
      ['APOSTROPHES', "'b'@example.com"],
      ['HASH', '#a=b@example.com'],
      ['QUOTED', '"a"'],
      ['SPACED', ' a'],
      ['BROKEN', 'a\nPLAIN=b'],
    ] as const;
    for (const { name, text } of projectFiles(source(odd), cwd)) {
      writeFileSync(join(cwd, name), text);
    }
    const read = createVariables({ given: [], env: {}, file: undefined, projectFolder: cwd, cwd });
    expect(odd.map(([name]) => read(name))).toEqual([
      'o"b@example.com',
      "'b'@example.com",
      '#a=b@example.com',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('checkFolder', () => {
  it('takes one that is not there, or holds nothing of a project', () => {
    const cwd = folder({ 'README.md': '', '.gitignore': '*.env\n' });
    expect(() => checkFolder(join(cwd, 'new'), cwd, false)).not.toThrow();
    expect(() => checkFolder(cwd, cwd, false)).not.toThrow();
  });

  it('takes no file for one', () => {
    const cwd = folder({ there: '' });
    expect(() => checkFolder(join(cwd, 'there'), cwd, false)).toThrow('there is a file');
  });

  it('names the sources that are there, and not all of many', () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'a'));
    for (let index = 1; index <= 7; index += 1) writeFileSync(join(cwd, `a/${index}.oncall`), '');
    expect(() => checkFolder(cwd, cwd, true)).toThrow(
      'a/1.oncall, a/2.oncall, a/3.oncall, a/4.oncall, a/5.oncall and 2 more are in . already',
    );
  });

  it('minds addresses in git only where some are written', () => {
    const cwd = folder({ '.gitignore': 'dist\n# oncall.env\n' });
    expect(() => checkFolder(cwd, cwd, true)).not.toThrow();
    expect(() => checkFolder(cwd, cwd, false)).toThrow('does not name oncall.env');
  });
});
