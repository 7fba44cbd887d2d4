/** Emacs and eglot with the lines of docs/editors.md, on the server as the command line has it. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runEditor } from './run-editor.ts';
import { whatIsMissing } from './what-is-missing.ts';

const missing = whatIsMissing('emacs');

interface Seen {
  readonly failed?: readonly string[];
  readonly mode: string;
  readonly managed: boolean;
  readonly diagnostic: string;
  readonly line: number;
  readonly hover: string;
  readonly definition: readonly [string, number];
  readonly completion: readonly string[];
  readonly renamed: string;
  readonly renamedPeople: string;
  readonly formatted: string;
}

describe.skipIf(missing !== undefined)(missing ?? 'Emacs', () => {
  let seen: Seen;

  beforeAll(() => {
    const script = join(import.meta.dirname, 'emacs.el');
    seen = runEditor('emacs', 'init.el', (init) => ['--batch', '-l', init, '-l', script]);
  }, 70_000);

  it('knows the files and does all steps', () => {
    expect(seen.failed ?? []).toEqual([]);
    expect(seen.mode).toBe('oncall-mode');
    expect(seen.managed).toBe(true);
  });

  it('marks a reference to nobody', () => {
    expect(seen.diagnostic).toContain('alise');
    expect(seen.line).toBe(6);
  });

  it('tells of a contact without its whole address', () => {
    expect(seen.hover).toContain('Alice Example');
    expect(seen.hover).not.toContain('+12065550100');
  });

  it('finds the definition in the other file', () => {
    expect(seen.definition).toEqual(['people.oncall', 3]);
  });

  it('completes contacts', () => {
    expect(seen.completion.join(' ')).toMatch(/alice.*bob/);
  });

  it('renames in both files', () => {
    expect(seen.renamed).toContain('notify @ann essential');
    expect(seen.renamedPeople).toContain('contact ann "Alice Example" <');
  });

  it('formats', () => {
    expect(seen.formatted).toContain('\n  stage 5m < notify @ann essential >\n');
  });
});
