import { describe, expect, it } from 'vitest';
import { Workspace } from '../../src/workspace/workspace.ts';
import { memory } from '../pictures.ts';

/** A workspace over files in memory, which the test may change behind its back. */
async function workspaceOf(files: Record<string, string>, folders = ['/w']) {
  const disk = new Map(Object.entries(files).map(([path, text]) => [`file://${path}`, text]));
  const workspace = new Workspace(
    {
      fileSystem: memory(disk),
      environment: { FROM_ENVIRONMENT: 'e' },
      now: () => 0,
      pageOf: () => undefined,
      log: (message) => {
        throw new Error(message);
      },
    },
    { encoding: 'utf-16', capabilities: {} },
  );
  workspace.changeFolders(folders.map(uri), []);
  await workspace.settled();
  return { workspace, disk };
}

const uri = (path: string): string => (path.startsWith('/') ? `file://${path}` : path);

function open(workspace: Workspace, path: string, text: string): Promise<void> {
  workspace.open({ uri: uri(path), languageId: 'oncall', version: 1, text });
  return workspace.settled();
}

/** The files of each project, by its folder. */
function projects(workspace: Workspace): Record<string, string[]> {
  return Object.fromEntries(
    workspace
      .projects()
      .map(({ folder, analysis }) => [
        folder.replace('file://', ''),
        analysis.files.map(({ path }) => path.replace('file://', '')),
      ]),
  );
}

function codes(workspace: Workspace): string[] {
  return workspace
    .projects()
    .flatMap(({ analysis }) => analysis.diagnostics.map(({ code }) => code));
}

describe('projects', () => {
  it('are folders that declare one, else the folder of the workspace', async () => {
    const { workspace } = await workspaceOf({
      '/w/a.oncall': '',
      '/w/x/b.oncall': 'project x < >',
      '/w/x/y/c.oncall': '',
      '/w/.git/d.oncall': '',
      '/w/node_modules/e.oncall': '',
      '/w/f.txt': '',
    });
    expect(projects(workspace)).toEqual({
      '/w': ['/w/a.oncall'],
      '/w/x': ['/w/x/b.oncall', '/w/x/y/c.oncall'],
    });
  });

  it('may begin above the folder of the workspace', async () => {
    const { workspace } = await workspaceOf(
      { '/w/main.oncall': 'project w < >', '/w/people/a.oncall': '', '/other.oncall': '' },
      ['/w/people'],
    );
    expect(projects(workspace)).toEqual({ '/w': ['/w/main.oncall', '/w/people/a.oncall'] });
  });

  it('are several in several folders', async () => {
    const { workspace } = await workspaceOf({ '/v/a.oncall': '', '/w/b.oncall': '' }, ['/v', '/w']);
    expect(projects(workspace)).toEqual({ '/v': ['/v/a.oncall'], '/w': ['/w/b.oncall'] });
    workspace.changeFolders([], [uri('/v')]);
    await workspace.settled();
    expect(projects(workspace)).toEqual({ '/w': ['/w/b.oncall'] });
  });

  it('come and go as a declaration is written and taken away', async () => {
    const { workspace } = await workspaceOf({
      '/w/a.oncall': 'contact alice < >',
      '/w/x/b.oncall': 'plan p < stage 5m < notify @alice > >',
    });
    const text = 'plan p < stage 5m < notify @alice > >';
    await open(workspace, '/w/x/b.oncall', text);
    expect(codes(workspace)).not.toContain('dangling-contact');
    workspace.change(uri('/w/x/b.oncall'), 2, [{ text: `project x < >\n${text}` }]);
    expect(projects(workspace)).toEqual({ '/w': ['/w/a.oncall'], '/w/x': ['/w/x/b.oncall'] });
    expect(codes(workspace)).toContain('dangling-contact');
    workspace.change(uri('/w/x/b.oncall'), 3, [{ text }]);
    expect(projects(workspace)).toEqual({ '/w': ['/w/a.oncall', '/w/x/b.oncall'] });
    expect(codes(workspace)).not.toContain('dangling-contact');
  });

  it('are those of a file opened from elsewhere, with the rest of its project', async () => {
    const { workspace } = await workspaceOf({
      '/else/project.oncall': 'project e < >',
      '/else/people/a.oncall': '',
      '/else/people/b.oncall': '',
    });
    await open(workspace, '/else/people/a.oncall', '');
    expect(projects(workspace)).toEqual({
      '/else': ['/else/people/a.oncall', '/else/people/b.oncall', '/else/project.oncall'],
    });
    workspace.close(uri('/else/people/a.oncall'));
    await workspace.settled();
    expect(projects(workspace)).toEqual({});
  });

  it('are a repository where nothing declares one, and else a folder without those below', async () => {
    const files = {
      '/r/.git/HEAD': '',
      '/r/a/a.oncall': '',
      '/r/b/b.oncall': '',
      '/s/a.oncall': '',
      '/s/b/c.oncall': '',
    };
    const { workspace } = await workspaceOf(files, []);
    await open(workspace, '/r/a/a.oncall', '');
    await open(workspace, '/s/a.oncall', '');
    expect(projects(workspace)).toEqual({
      '/r': ['/r/a/a.oncall', '/r/b/b.oncall'],
      '/s': ['/s/a.oncall'],
    });
  });

  it('are one each of files in folders that are left out, or their own', async () => {
    const { workspace } = await workspaceOf({
      '/w/a.oncall': 'project a < >',
      '/w/node_modules/b/b.oncall': 'project b < >',
      '/w/node_modules/b/c.oncall': '',
      '/w/.trash/a.oncall': 'contact x < >',
    });
    await open(workspace, '/w/.trash/a.oncall', 'contact x < >');
    await open(workspace, '/w/node_modules/b/c.oncall', '');
    expect(projects(workspace)).toEqual({
      '/w': ['/w/a.oncall'],
      '/w/.trash/a.oncall': ['/w/.trash/a.oncall'],
      '/w/node_modules/b': ['/w/node_modules/b/b.oncall', '/w/node_modules/b/c.oncall'],
    });
  });

  it('take in no copies of their files that lie in no folder', async () => {
    const { workspace } = await workspaceOf({ '/w/a.oncall': '' }, [
      '/w',
      'vscode-vfs://github/a/b',
    ]);
    const text = 'contact x < >';
    await open(workspace, '/w/a.oncall', text);
    for (const copy of ['git:/w/a.oncall?ref', 'gitlens://x/w/a.oncall', 'a.oncall', '']) {
      await open(workspace, copy, text);
      expect(workspace.snapshot(copy)).toBeUndefined();
    }
    await open(workspace, 'vscode-vfs://github/a/b/c.oncall', text);
    expect(Object.keys(projects(workspace))).toEqual(['/w', 'vscode-vfs://github/a/b']);
  });

  it('are in the order of folders, whenever they came', async () => {
    const { workspace } = await workspaceOf({ '/w/b.oncall': '' });
    await open(workspace, '/w/z/a.oncall', 'project z < >');
    await open(workspace, '/w/c/a.oncall', 'project c < >');
    expect(Object.keys(projects(workspace))).toEqual(['/w', '/w/c', '/w/z']);
  });

  it('are of the folder of the workspace, also where a file was open before it', async () => {
    const files = { '/w/a/a.oncall': '', '/w/b/b.oncall': '' };
    const { workspace } = await workspaceOf(files, []);
    await open(workspace, '/w/a/a.oncall', '');
    workspace.changeFolders(['file:///w'], []);
    await workspace.settled();
    expect(projects(workspace)).toEqual({ '/w': ['/w/a/a.oncall', '/w/b/b.oncall'] });
  });

  it('begin and end above the folder of the workspace as files there come and go', async () => {
    const { workspace, disk } = await workspaceOf(
      { '/w/people/a.oncall': '', '/w/plans.oncall': '' },
      ['/w/people'],
    );
    expect(projects(workspace)).toEqual({ '/w/people': ['/w/people/a.oncall'] });
    const path = 'file:///w/project.oncall';
    disk.set(path, 'project w < >');
    workspace.changeFiles([path]);
    await workspace.settled();
    const whole = ['/w/people/a.oncall', '/w/plans.oncall', '/w/project.oncall'];
    expect(projects(workspace)).toEqual({ '/w': whole });
    disk.delete(path);
    workspace.changeFiles([path]);
    await workspace.settled();
    expect(projects(workspace)).toEqual({ '/w/people': ['/w/people/a.oncall'] });
  });

  it('are one each of buffers without a place', async () => {
    const { workspace } = await workspaceOf({ '/w/a.oncall': 'contact alice < >' });
    await open(workspace, 'untitled:Untitled-1', 'contact alice < >');
    await open(workspace, 'untitled:Untitled-2', 'contact alice < >');
    expect(Object.keys(projects(workspace))).toEqual([
      '/w',
      'untitled:Untitled-1',
      'untitled:Untitled-2',
    ]);
    expect(codes(workspace)).not.toContain('duplicate-name');
  });

  it('take in a new buffer that has a place', async () => {
    const { workspace } = await workspaceOf({ '/w/a.oncall': '' });
    await open(workspace, 'untitled:/w/new.oncall', '');
    expect(projects(workspace)).toEqual({ '/w': ['/w/a.oncall', '/w/new.oncall'] });
    const [project] = workspace.projects();
    const file = project?.analysis.files[1];
    expect(file && project?.uriOf(file)).toBe('untitled:/w/new.oncall');
  });
});

describe('documents', () => {
  it('stand over what is on disk, until they are closed', async () => {
    const { workspace, disk } = await workspaceOf({ '/w/a.oncall': 'contact alice < >' });
    await open(workspace, '/w/a.oncall', 'contact bob < >');
    disk.set('file:///w/a.oncall', 'contact carol < >');
    workspace.changeFiles([uri('/w/a.oncall')]);
    await workspace.settled();
    expect(workspace.snapshot(uri('/w/a.oncall'))?.file.text).toBe('contact bob < >');
    workspace.close(uri('/w/a.oncall'));
    await workspace.settled();
    expect(workspace.snapshot(uri('/w/a.oncall'))?.file.text).toBe('contact carol < >');
  });

  it('take changes in the order given, each upon the one before', async () => {
    const { workspace } = await workspaceOf({});
    await open(workspace, '/w/a.oncall', '🎉\r\nabc');
    workspace.change(uri('/w/a.oncall'), 2, [
      { range: range(1, 1, 1, 2), text: 'X\nY' },
      { range: range(2, 0, 2, 1), text: '' },
      { range: range(0, 2, 1, 0), text: '-' },
    ]);
    expect(workspace.snapshot(uri('/w/a.oncall'))?.file.text).toBe('🎉-aX\nc');
    expect(workspace.document('file:///w/a.oncall')?.version).toBe(2);
  });

  it('that are not open take no changes', async () => {
    const { workspace } = await workspaceOf({ '/w/a.oncall': 'x' });
    workspace.change(uri('/w/a.oncall'), 2, [{ text: 'y' }]);
    workspace.change(uri('/w/nowhere.oncall'), 2, [{ text: 'y' }]);
    expect(workspace.snapshot(uri('/w/a.oncall'))?.file.text).toBe('x');
    expect(workspace.snapshot(uri('/w/nowhere.oncall'))).toBeUndefined();
  });

  it('are found under whatever a client escapes', async () => {
    const { workspace } = await workspaceOf({ '/w/a b.oncall': 'on disk' });
    await open(workspace, 'file:///w/a%20b.oncall', 'open');
    expect(workspace.snapshot('file:///w/a b.oncall')?.file.text).toBe('open');
    expect(projects(workspace)).toEqual({ '/w': ['/w/a b.oncall'] });
  });
});

describe('files on disk', () => {
  it('are read again when they change, and gone when they are', async () => {
    const { workspace, disk } = await workspaceOf({ '/w/a.oncall': 'contact a < >' });
    disk.set('file:///w/b.oncall', 'contact b < >');
    workspace.changeFiles([uri('/w/b.oncall')]);
    await workspace.settled();
    expect(projects(workspace)).toEqual({ '/w': ['/w/a.oncall', '/w/b.oncall'] });
    disk.delete('file:///w/a.oncall');
    workspace.changeFiles([uri('/w/a.oncall')]);
    await workspace.settled();
    expect(projects(workspace)).toEqual({ '/w': ['/w/b.oncall'] });
  });

  it('move with their folders', async () => {
    const { workspace, disk } = await workspaceOf({
      '/w/x/project.oncall': 'project x < >',
      '/w/x/a.oncall': '',
    });
    for (const [path, text] of [...disk]) {
      disk.delete(path);
      disk.set(path.replace('/x/', '/y/'), text);
    }
    workspace.moveFiles([uri('/w/x')], [uri('/w/y')]);
    await workspace.settled();
    expect(projects(workspace)).toEqual({ '/w/y': ['/w/y/a.oncall', '/w/y/project.oncall'] });
  });

  it('outside of every root, and in folders that are left out, are none of ours', async () => {
    const { workspace, disk } = await workspaceOf({ '/w/a.oncall': '' });
    disk.set('file:///w/node_modules/b.oncall', '');
    disk.set('file:///elsewhere/c.oncall', '');
    workspace.changeFiles([uri('/w/node_modules/b.oncall'), uri('/elsewhere/c.oncall')]);
    await workspace.settled();
    expect(projects(workspace)).toEqual({ '/w': ['/w/a.oncall'] });
  });
});

describe('variables', () => {
  it('are those of the environment, then of oncall.env', async () => {
    const { workspace, disk } = await workspaceOf({
      '/w/a.oncall': '',
      '/w/oncall.env': '# ours\nFROM_ENVIRONMENT=f\nOWN="o w"\nnonsense\n',
    });
    const variable = (name: string) => workspace.projects()[0]?.variable(name);
    expect([variable('FROM_ENVIRONMENT'), variable('OWN'), variable('NONE')]).toEqual([
      'e',
      'o w',
      undefined,
    ]);
    disk.set('file:///w/oncall.env', 'OWN=other');
    workspace.changeFiles([uri('/w/oncall.env')]);
    await workspace.settled();
    expect(variable('OWN')).toBe('other');
  });
});

function range(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
  return {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
}
