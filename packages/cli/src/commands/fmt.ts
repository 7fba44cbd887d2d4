import { resolve } from 'node:path';
import { type Diagnostic, decodeSourceFile, format, sourceExtension } from '@oncall/language';
import type { Command, Invocation, Surroundings } from '../command-line/command.ts';
import { type ExitCode, exitCodes, OperationalError, usageError } from '../exit.ts';
import { findFiles } from '../files/find-files.ts';
import { shownPath } from '../files/projects.ts';
import { kindOfPath, readFile } from '../files/read-file.ts';
import { replaceFile } from '../files/write-file.ts';
import { diffOf } from '../reporters/diff.ts';
import { type FormattedFile, formattedJson } from '../reporters/formatted-json.ts';
import { reportPretty } from '../reporters/pretty.ts';
import { counted } from '../terminal/counted.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { visible } from '../terminal/visible.ts';

/** Gives files their one form. A file with syntax errors is left alone, the others are written. */
export const fmt: Command = {
  async run(invocation, surroundings) {
    return invocation.has('stdin')
      ? formatInput(invocation, surroundings)
      : formatFiles(invocation, surroundings);
  },
};

function formatFiles(invocation: Invocation, { cwd, terminal }: Surroundings): ExitCode {
  const { out, err } = terminal;
  const check = invocation.has('check');
  const diff = invocation.has('diff');
  const isJson = invocation.value('format') === 'json';
  if (diff && isJson) throw usageError(...exclusive);
  const refused: Diagnostic[] = [];
  const files: FormattedFile[] = [];
  const paths = filesOf(invocation.arguments.length > 0 ? invocation.arguments : ['.'], cwd);
  for (const [index, path] of paths.entries()) {
    if (index % 50 === 0) err.progress(progressBar('Formatting', index, paths.length));
    const shown = shownPath(path, cwd);
    const bytes = readFile(path, shown);
    const result = format(decodeSourceFile(shown, bytes));
    if (result.kind === 'refused') {
      refused.push(...result.diagnostics);
      files.push({ path: shown, state: 'refused' });
      continue;
    }
    // Bytes, since a byte-order mark is none of the text.
    const isFormed = Buffer.from(result.text).equals(bytes);
    files.push({ path: shown, state: isFormed ? 'formed' : 'changed' });
    if (isFormed) continue;
    if (diff) out.write(diffOf(shown, Buffer.from(bytes).toString(), result.text));
    else if (!isJson) out.write(`${visible(shown)}\n`);
    if (!check && !diff) replaceFile(path, result.text, shown);
  }
  err.progress('');
  if (isJson) out.write(formattedJson(files, { written: !check }));
  err.write(reportPretty(refused, err));
  const changed = files.filter(({ state }) => state === 'changed').length;
  const verb = check || diff ? 'would change' : 'changed';
  err.note(`${counted(paths.length, 'file')} looked at, ${changed} ${verb}\n`);
  return refused.length > 0 || (check && changed > 0) ? exitCodes.failed : exitCodes.fine;
}

const exclusive = ['--diff does not go with --format json', 'Each is all of the output.'] as const;

function formatInput(invocation: Invocation, { terminal }: Surroundings): ExitCode {
  if (invocation.arguments.length > 0) throw usageError('--stdin takes no PATH');
  if (invocation.value('format') === 'json') {
    throw usageError('--stdin does not go with --format json', 'The text is all of the output.');
  }
  const bytes = terminal.readInput();
  const result = format(decodeSourceFile('<stdin>', bytes));
  if (result.kind === 'refused') {
    terminal.err.write(reportPretty(result.diagnostics, terminal.err));
    return exitCodes.failed;
  }
  const same = Buffer.from(result.text).equals(bytes);
  if (invocation.has('diff')) {
    if (!same) terminal.out.write(diffOf('<stdin>', Buffer.from(bytes).toString(), result.text));
  } else if (!invocation.has('check')) {
    terminal.out.writeExact(result.text);
  }
  return invocation.has('check') && !same ? exitCodes.failed : exitCodes.fine;
}

/** The files that paths mean, each once. */
function filesOf(paths: readonly string[], cwd: string): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const given = resolve(cwd, path);
    if (kindOfPath(given, path) === 'file') {
      if (!given.endsWith(sourceExtension)) {
        throw new OperationalError(
          exitCodes.noInput,
          `${visible(path)} is no ${sourceExtension} file`,
        );
      }
      found.add(given);
    } else {
      for (const file of findFiles(given)) found.add(file);
    }
  }
  if (found.size === 0) {
    const where = paths.map(visible).join(', ');
    throw new OperationalError(
      exitCodes.noInput,
      `there are no ${sourceExtension} files in ${where}`,
    );
  }
  return [...found].sort();
}
