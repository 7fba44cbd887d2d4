/** A small project in two files, with one mistake and one line out of form, for editors to work on. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const files = {
  'people.oncall': `# Who can be reached.

contact alice "Alice Example" <
  channel phone voice "+12065550100"
  channel mail email "alice@example.com"
  stage 5m < notify phone retry 2m >
  stage 5m < notify mail >
>

contact bob "Bob Example" <
  channel phone voice "+12065550101"
  channel mail email "bob@example.com"
  stage 5m < notify phone >
  stage 5m < notify mail >
>
`,
  'main.oncall': `project small < tag team "sre" >

plan sre "SRE" <
  stage 5m <    notify @alice essential >
  stage 10m < notify @bob essential >
  stage 10m < notify @alise >
>
`,
};

export interface Project {
  /** Around the project's folder, for what the editor keeps. */
  readonly home: string;
  readonly folder: string;
  /** Where the editor's script writes what it saw. */
  readonly result: string;
  /** For a program that finds our `oncall` on the path, as it is built. */
  readonly env: Readonly<Record<string, string>>;
  remove(): void;
}

export function makeProject(): Project {
  const home = mkdtempSync(join(tmpdir(), 'oncall-editor-'));
  const folder = join(home, 'project');
  const programs = join(home, 'bin');
  mkdirSync(folder);
  mkdirSync(programs);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const oncall = join(import.meta.dirname, '../../packages/cli/bin/oncall.cjs');
  symlinkSync(oncall, join(programs, 'oncall'));
  const path = [programs, process.env['PATH']].join(delimiter);
  const result = join(home, 'result.json');
  return {
    home,
    folder,
    result,
    env: { PATH: path, HOME: home, LANG: 'C.UTF-8', RESULT: result },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
