/** Neovim with the lines of docs/editors.md, on the server as the command line has it. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runEditor } from './run-editor.ts';
import { whatIsMissing } from './what-is-missing.ts';

const missing = whatIsMissing('nvim');

interface Seen {
  readonly failed?: readonly string[];
  readonly filetype: string;
  readonly diagnostic: { readonly code: string; readonly message: string; readonly line: number };
  readonly hover: string;
  readonly definition: string;
  readonly omnifunc: string;
  readonly completion: readonly string[];
  readonly renamed: { readonly main: string; readonly people: string };
  readonly formatted: string;
}

describe.skipIf(missing !== undefined)(missing ?? 'Neovim', () => {
  let seen: Seen;

  beforeAll(() => {
    const script = join(import.meta.dirname, 'neovim.lua');
    seen = runEditor('neovim', 'init.lua', (init) => [
      '--headless',
      ...['-u', init, '-c', `luafile ${script}`],
    ]);
  }, 70_000);

  it('knows the files and does all steps', () => {
    expect(seen.failed ?? []).toEqual([]);
    expect(seen.filetype).toBe('oncall');
  });

  it('marks a reference to nobody', () => {
    expect(seen.diagnostic).toMatchObject({ code: 'dangling-contact', line: 5 });
    expect(seen.diagnostic.message).toContain('alise');
  });

  it('tells of a contact without its whole address', () => {
    expect(seen.hover).toContain('Alice Example');
    expect(seen.hover).not.toContain('+12065550100');
  });

  it('goes to the definition in the other file', () => {
    expect(seen.definition).toBe('contact alice "Alice Example" <');
  });

  it('completes contacts', () => {
    expect(seen.omnifunc).toBe('v:lua.vim.lsp.omnifunc');
    expect(seen.completion.join(' ')).toMatch(/alice.*bob/);
  });

  it('renames in both files', () => {
    expect(seen.renamed.main).toContain('notify @ann essential');
    expect(seen.renamed.people).toContain('contact ann "Alice Example" <');
  });

  it('formats', () => {
    expect(seen.formatted).toContain('\n  stage 5m < notify @ann essential >\n');
  });
});
