import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProject, findProjects } from '../../src/files/projects.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oncall projects '));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const text = path.endsWith('project.oncall') ? '# One\n  project acme < >\n' : '';
    writeFileSync(join(folder, path), text);
  }
}

/** The files of each project, as found. */
function found(paths: readonly string[], cwd = folder) {
  return findProjects(paths, cwd).map(({ files }) => files.map(({ path }) => path));
}

describe('findProjects', () => {
  it('finds all files below, in the order of their paths', () => {
    write('b.oncall', 'a/z.oncall', 'a/b/c.oncall', 'a.txt', '.hidden/x.oncall');
    write('node_modules/x.oncall', 'a/node_modules/x.oncall', 'a/.oncall/x.oncall');
    expect(found(['.'])).toEqual([['a/b/c.oncall', 'a/z.oncall', 'b.oncall']]);
  });

  it('takes the whole project of a file', () => {
    write('project.oncall', 'people/alice.oncall');
    expect(found(['people/alice.oncall'])).toEqual([['people/alice.oncall', 'project.oncall']]);
    expect(found(['people'])).toEqual([['people/alice.oncall', 'project.oncall']]);
    expect(found(['.'], join(folder, 'people'))).toEqual([['alice.oncall', '../project.oncall']]);
  });

  it('tells projects in one folder apart, and takes one named twice once', () => {
    write('one/project.oncall', 'one/a/a.oncall', 'two/project.oncall', 'three.oncall');
    expect(found(['.'])).toEqual([
      ['three.oncall'],
      ['one/a/a.oncall', 'one/project.oncall'],
      ['two/project.oncall'],
    ]);
    expect(found(['one/a', 'one/project.oncall'])).toEqual([
      ['one/a/a.oncall', 'one/project.oncall'],
    ]);
  });

  it('falls back to the repository for a file, and to the folder given', () => {
    write('.git/HEAD', 'a/a.oncall', 'b/b.oncall');
    expect(found(['a/a.oncall'])).toEqual([['a/a.oncall', 'b/b.oncall']]);
    expect(found(['a'])).toEqual([['a/a.oncall']]);
  });

  it('takes all that is named of a project, in whatever order', () => {
    write('project.oncall', '.hidden/x.oncall');
    const all = [['.hidden/x.oncall', 'project.oncall']];
    expect(found(['.hidden/x.oncall', 'project.oncall'])).toEqual(all);
    expect(found(['project.oncall', '.hidden/x.oncall'])).toEqual(all);
  });

  it('follows links to files and not to folders', () => {
    write('a/a.oncall');
    symlinkSync(join(folder, 'a/a.oncall'), join(folder, 'link.oncall'));
    symlinkSync(folder, join(folder, 'a/loop'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.oncall'));
    symlinkSync('round.oncall', join(folder, 'round.oncall'));
    expect(found(['.'])).toEqual([['a/a.oncall', 'link.oncall']]);
  });

  it('finds what is named in a folder that is left out otherwise', () => {
    write('project.oncall', '.hidden/a.oncall', '.hidden/b/b.oncall');
    expect(found(['.'])).toEqual([['project.oncall']]);
    expect(found(['.hidden/a.oncall'])).toEqual([['.hidden/a.oncall', 'project.oncall']]);
    expect(found(['.hidden/b'])).toEqual([['.hidden/b/b.oncall', 'project.oncall']]);
  });

  it('takes a text given in place of a file, which need not exist', () => {
    write('project.oncall', 'a.oncall');
    const overlay = { path: join(folder, 'new/b.oncall'), bytes: Buffer.from('contact') };
    const [project] = findProjects(['new/b.oncall'], folder, { overlay });
    expect(project?.files.map(({ path, text }) => [path, text.slice(0, 7)])).toEqual([
      ['a.oncall', ''],
      ['new/b.oncall', 'contact'],
      ['project.oncall', '# One\n '],
    ]);
  });

  it.each([
    [['missing'], 'there is no file or folder missing'],
    [['a.txt'], 'a.txt is no .oncall file'],
    [['empty'], 'there are no .oncall files in empty'],
  ])('refuses %j with exit 66', (paths, message) => {
    write('a.txt', 'empty/x.txt');
    expect(() => found(paths)).toThrow(expect.objectContaining({ exitCode: 66, message }));
  });
});

describe('findProject', () => {
  it('takes the one project that there is, wherever below', () => {
    write('deep/one/project.oncall');
    expect(findProject('.', folder).files.map(({ path }) => path)).toEqual([
      'deep/one/project.oncall',
    ]);
  });

  it('takes the project that the path lies in before those below', () => {
    write('project.oncall', 'one/project.oncall');
    expect(findProject('.', folder).files.map(({ path }) => path)).toEqual(['project.oncall']);
  });

  it('refuses to choose', () => {
    write('one/project.oncall', 'two/project.oncall');
    expect(() => findProject('.', folder)).toThrow(
      expect.objectContaining({ exitCode: 64, message: '. holds 2 projects: one, two' }),
    );
  });
});
