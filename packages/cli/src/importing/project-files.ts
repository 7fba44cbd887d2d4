/** What an import writes: the source, the addresses, and what keeps these out of git. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '@oncall/compiler';
import { exitCodes, OperationalError, usageError } from '../exit.ts';
import { findFiles } from '../files/find-files.ts';
import { shownPath } from '../files/projects.ts';
import { kindOfPath, readFile } from '../files/read-file.ts';
import type { NewFile } from '../files/write-new-files.ts';
import { visible } from '../terminal/visible.ts';

/** In the order in which they get their names: what keeps addresses out of git comes first. */
export function projectFiles({ files, variables }: Source, folder: string): readonly NewFile[] {
  const sources = [...files].map(([name, text]) => ({ name, text }));
  if (variables.size === 0) return sources;
  const ignore = existsSync(join(folder, '.gitignore'))
    ? []
    : [{ name: '.gitignore', text: `${variablesFile}\n.oncall/\n` }];
  return [
    ...ignore,
    { name: variablesFile, text: variablesText(variables), secret: true },
    ...sources,
  ];
}

/** Refuses a folder in which an import would meet what is there. */
export function checkFolder(folder: string, cwd: string, inline: boolean): void {
  const shown = visible(shownPath(folder, cwd));
  const refusal = (what: string, help: string) =>
    new OperationalError(exitCodes.failed, `${what}, and nothing was written`, help);
  if (!existsSync(folder)) return;
  if (kindOfPath(folder, shown) === 'file')
    throw usageError(`--out takes a folder, and ${shown} is a file`);
  const sources = findFiles(folder).map((path) => visible(shownPath(path, folder)));
  if (sources.length > 0) {
    const more = sources.length > most ? ` and ${sources.length - most} more` : '';
    throw refusal(
      `${sources.toSorted().slice(0, most).join(', ')}${more} ${sources.length === 1 ? 'is' : 'are'} in ${shown} already`,
      elsewhere,
    );
  }
  if (inline) return;
  if (existsSync(join(folder, variablesFile))) {
    throw refusal(`${variablesFile} is in ${shown} already`, elsewhere);
  }
  if (!isIgnored(folder, cwd)) {
    throw refusal(
      `the .gitignore in ${shown} does not name ${variablesFile}`,
      'Add that line to it, so that no address gets into git, and run this again.',
    );
  }
}

const most = 5;
const elsewhere = 'Choose another folder: --out DIR.';
const variablesFile = 'oncall.env';

/** Whether git leaves the addresses alone by the file that is there. */
function isIgnored(folder: string, cwd: string): boolean {
  const path = join(folder, '.gitignore');
  if (!existsSync(path)) return true;
  const lines = Buffer.from(readFile(path, shownPath(path, cwd)))
    .toString()
    .split(/\r?\n/)
    .map((line) => line.trim());
  return [variablesFile, `/${variablesFile}`, '*.env'].some((line) => lines.includes(line));
}

function variablesText(variables: ReadonlyMap<string, string>): string {
  return [
    '# Values of the variables in *.oncall files. Keep this file out of git.',
    ...[...variables].filter(([, value]) => isPlain(value)).map((pair) => pair.join('=')),
    '',
  ].join('\n');
}

/** Whether a line of the file means a value as it is; no address that the language takes is other. */
function isPlain(value: string): boolean {
  return value === value.trim() && !/[\r\n]|^(["']).*\1$/.test(value);
}
