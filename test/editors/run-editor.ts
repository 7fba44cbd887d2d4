/** Runs an editor without a screen on a small project, set up by the lines of docs/editors.md. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeProject } from './project.ts';
import { setUpOf } from './set-up.ts';
import { programPath } from './what-is-missing.ts';

const programs = { neovim: 'nvim', emacs: 'emacs' } as const;

/** What the editor's script wrote of what it saw, which is what the caller says it is. */
export function runEditor<Seen>(
  editor: keyof typeof programs,
  initName: string,
  argumentsOf: (init: string) => readonly string[],
): Seen {
  const project = makeProject();
  try {
    const init = join(project.home, initName);
    writeFileSync(init, setUpOf(editor));
    const { stdout, stderr } = spawnSync(
      programPath(programs[editor]) as string,
      argumentsOf(init),
      { cwd: project.folder, env: project.env, encoding: 'utf8', timeout: 60_000 },
    );
    try {
      return JSON.parse(readFileSync(project.result, 'utf8')) as Seen;
    } catch (cause) {
      throw new Error(`${editor} wrote no result:\n${stdout}${stderr}`, { cause });
    }
  } finally {
    project.remove();
  }
}
