/** Entries to the lines of the one form; each word and each comment is written exactly once. */
import type { Entry, FileEntries, Remark, Word } from './trivia.ts';

const width = 80;
const level = '  ';
const continuation = '    ';

export function print({ remarks, entries }: FileEntries): string {
  const lines: string[] = [];
  printEntries(lines, remarks, entries, '');
  return lines.map((line) => `${line}\n`).join('');
}

/** What stands in a block or a file, with the remarks above the first entry. */
function printEntries(
  lines: string[],
  remarks: readonly Remark[],
  entries: readonly Entry[],
  indent: string,
): void {
  const edge = lines.length;
  const blankLineIf = (wanted: boolean): void => {
    if (wanted && lines.length > edge) lines.push('');
  };
  const printRemarks = (all: readonly Remark[]): void => {
    for (const remark of all) {
      blankLineIf(remark.afterBlankLine);
      lines.push(indent + remark.text);
    }
  };
  printRemarks(remarks);
  let before: Entry | undefined;
  for (const entry of entries) {
    if (before !== undefined) {
      blankLineIf(indent === '' && lacksBlankLine(before, entry));
      printRemarks(before.last.below);
    }
    blankLineIf(entry.words[0].afterBlankLine);
    printEntry(lines, entry, indent);
    before = entry;
  }
  if (before !== undefined) printRemarks(before.last.below);
}

/** Whether two declarations that must be parted by a blank line are not. */
function lacksBlankLine(before: Entry, { kind, words }: Entry): boolean {
  if (before.kind === 'extern' && kind === 'extern') return false;
  return !words[0].afterBlankLine && !before.last.below.some((remark) => remark.afterBlankLine);
}

function printEntry(lines: string[], entry: Entry, indent: string): void {
  const { entries, words, last } = entry;
  if (entries === undefined) {
    printWords(lines, entry, indent);
    return;
  }
  const line = oneLine(entry);
  if (line !== undefined && columns(indent + line) <= width) {
    lines.push(withComment(indent + line, last));
    return;
  }
  printWords(lines, entry, indent);
  printEntries(lines, (words.at(-1) as Word).below, entries, indent + level);
  lines.push(withComment(`${indent}>`, last));
}

/**
 * An entry as the one line that it may be, if it may: no comment in it, and no block of two.
 * Comments behind its last word are not in it.
 */
function oneLine({ words, entries, last }: Entry): string | undefined {
  if (words.some((word) => word !== last && hasComments(word))) return undefined;
  const line = join(words);
  if (entries === undefined) return line;
  const [inner, another] = entries;
  if (inner === undefined) return `${line} >`;
  if (another !== undefined || hasComments(inner.last)) return undefined;
  const innerLine = oneLine(inner);
  return innerLine === undefined ? undefined : `${line} ${innerLine} >`;
}

/**
 * The words of an entry: a line, which goes on in the next where a comment ends it and, of
 * members, where it is full.
 */
function printWords(lines: string[], { kind, words }: Entry, indent: string): void {
  const [first, ...others] = words;
  let line = indent + first.text;
  let before = first;
  for (const word of others) {
    const longer = `${line}${space(before, word)}${word.text}`;
    if (hasComments(before)) {
      lines.push(withComment(line, before));
      for (const remark of before.below) lines.push(indent + continuation + remark.text);
      line = indent + continuation + word.text;
    } else if (kind === 'members' && columns(longer) > width) {
      lines.push(line);
      line = indent + continuation + word.text;
    } else {
      line = longer;
    }
    before = word;
  }
  lines.push(withComment(line, before));
}

function join(words: readonly Word[]): string {
  let line = '';
  let before: Word | undefined;
  for (const word of words) {
    line += before === undefined ? word.text : space(before, word) + word.text;
    before = word;
  }
  return line;
}

function space(before: Word, word: Word): string {
  return before.text === '..' || word.text === '..' ? '' : ' ';
}

function hasComments({ comment, below }: Word): boolean {
  return comment !== undefined || below.length > 0;
}

function withComment(line: string, { comment }: Word): string {
  return comment === undefined ? line : `${line} ${comment}`;
}

/** Characters, not UTF-16 units. */
function columns(line: string): number {
  let count = 0;
  for (const _ of line) count++;
  return count;
}
