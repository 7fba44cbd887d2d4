import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from '../command-line/command.ts';
import { type ExitCode, exitCodes, OperationalError } from '../exit.ts';
import { projectNameOf } from '../files/project-name-of.ts';
import { unwritable } from '../files/write-file.ts';
import { shellQuoted } from '../terminal/shell-quoted.ts';
import { visible } from '../terminal/visible.ts';

/** Begins a small project, and overwrites nothing. */
export const init: Command = {
  async run(invocation, { cwd, terminal }): Promise<ExitCode> {
    const given = invocation.arguments[0] ?? '.';
    const folder = resolve(cwd, given);
    const files = projectFiles(projectNameOf(folder));
    const taken = Object.keys(files).filter((name) => existsSync(join(folder, name)));
    if (taken.length > 0) {
      throw new OperationalError(
        exitCodes.failed,
        `${taken.join(', ')} ${taken.length === 1 ? 'is' : 'are'} in ${visible(given)} already, and nothing was written`,
        'Begin in an empty folder: oncall init DIR.',
      );
    }
    try {
      mkdirSync(folder, { recursive: true });
      for (const [name, text] of Object.entries(files)) {
        writeFileSync(join(folder, name), text, { flag: 'wx' });
      }
    } catch (error) {
      throw unwritable(error, given);
    }
    const place = given === '.' ? '' : ` ${shellQuoted(visible(given))}`;
    terminal.out.write(
      [
        `Wrote ${Object.keys(files).join(', ')} in ${visible(given)}. Next:`,
        '',
        `  oncall lint${place}             checks the files`,
        `  oncall plan${place} --local     shows what would be made, on a service on this machine`,
        `  oncall apply${place} --local    makes it there`,
        '',
        'Put your own numbers into oncall.env, which git leaves alone.',
        '',
      ].join('\n'),
    );
    return exitCodes.fine;
  },
};

function projectFiles(name: string): Readonly<Record<string, string>> {
  return {
    'main.oncall': `# Who is on call, and who is paged when.
#
# To let this be applied to one account only, name it here:
#   account "111122223333"
#   region "us-east-2"
project ${name} < tag team "${name}" >

contact alice "Alice Example" <
  channel phone voice $ALICE_PHONE
  channel mail email $ALICE_MAIL
  stage 5m <
    notify phone retry 2m
    notify mail
  >
>

contact bob "Bob Example" <
  channel phone voice $BOB_PHONE
  channel mail email $BOB_MAIL
  stage 5m <
    notify phone retry 2m
    notify mail
  >
>

rotation weekly <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
>

schedule on-call "On call" < rotation @weekly >

# Whoever is on call is paged first, and everyone after five minutes.
plan escalation "Escalation" <
  stage 5m < notify @on-call essential >
  stage 10m <
    notify @alice essential
    notify @bob essential
  >
>

test "a silent night reaches everyone in five minutes" <
  page @escalation at 2026-01-06T03:00 "America/New_York"
  expect @alice within 0m
  expect @bob within 5m
>
`,
    'oncall.env': `# Values of the variables in *.oncall files. Keep this file out of git.
ALICE_PHONE=+12065550100
ALICE_MAIL=alice@example.com
BOB_PHONE=+12065550101
BOB_MAIL=bob@example.com
`,
    '.gitignore': `oncall.env
.oncall/
`,
  };
}
