import { describe, expect, it } from 'vitest';
import { DiagnosticsOfFiles } from '../../src/diagnostics/diagnostics-of-files.ts';
import { picture, uriIn } from '../pictures.ts';

const files = {
  'a.oncall': '┆contact alice < >\n',
  'b.oncall': 'plan p < stage 5m < notify @alice essential notify @bob > >\n',
  'c.oncall': 'nonsense\n',
};

/** What an edit of the first file changes. */
async function after(text: string) {
  const { workspace } = await picture(files);
  const diagnostics = new DiagnosticsOfFiles();
  diagnostics.update(workspace.projects());
  const before = diagnostics.of(uriIn('b.oncall'));
  workspace.change(uriIn('a.oncall'), 2, [{ text }]);
  const changed = diagnostics.update(workspace.projects());
  return { before, diagnostics, changed };
}

describe('DiagnosticsOfFiles', () => {
  it('tells at first the files that have any', async () => {
    const { workspace } = await picture(files);
    const diagnostics = new DiagnosticsOfFiles();
    const changed = [uriIn('a.oncall'), uriIn('b.oncall'), uriIn('c.oncall')];
    expect(diagnostics.update(workspace.projects())).toEqual(changed);
    expect(diagnostics.update(workspace.projects())).toEqual([]);
  });

  it('tells files of which an edit elsewhere changed the diagnostics, and only those', async () => {
    const { changed, before, diagnostics } = await after('contact alice < >\ncontact bob < >\n');
    expect(changed).toEqual([uriIn('a.oncall'), uriIn('b.oncall')]);
    expect(diagnostics.of(uriIn('b.oncall')).resultId).not.toBe(before.resultId);
  });

  it('tells nothing of an edit that changes none', async () => {
    const { changed, before, diagnostics } = await after('contact alice < > # hello\n');
    expect(changed).toEqual([]);
    expect(diagnostics.of(uriIn('b.oncall')).resultId).toBe(before.resultId);
  });

  it('tells an edit that only moves them', async () => {
    const { changed } = await after('\ncontact alice < >\n');
    expect(changed).toEqual([uriIn('a.oncall')]);
  });

  it('tells a file that is gone as empty', async () => {
    const { workspace } = await picture(files);
    const diagnostics = new DiagnosticsOfFiles();
    diagnostics.update(workspace.projects());
    workspace.moveFiles([uriIn('c.oncall')], []);
    await workspace.settled();
    expect(diagnostics.update(workspace.projects())).toEqual([uriIn('c.oncall')]);
    expect(diagnostics.of(uriIn('c.oncall')).items).toEqual([]);
  });
});
