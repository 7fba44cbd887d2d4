/** A file's path and text; the only place that knows about lines. */
import { lowerBound } from './search.ts';

export interface SourceFile {
  /** As given by the caller, with `/` between folders; also what messages and ids name it by. */
  readonly path: string;
  readonly text: string;
  /** Offset in `text` of the first character that stands for bytes that were not UTF-8. */
  readonly invalidAt?: number | undefined;
}

/**
 * A place for people: line and column count from 1, the column in UTF-16 units. A byte-order mark
 * is no part of the first line, nor is it to editors.
 */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function createSourceFile(path: string, text: string): SourceFile {
  return { path, text };
}

/** Any bytes give a file: what is not UTF-8 becomes U+FFFD, and the first such place is kept. */
export function decodeSourceFile(path: string, bytes: Uint8Array): SourceFile {
  try {
    // `fatal` is the fast path, and the only way to tell a written U+FFFD from a decoded one.
    return { path, text: strict.decode(bytes) };
  } catch {
    return { path, text: lenient.decode(bytes), invalidAt: firstInvalid(bytes) };
  }
}

export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  const index = Math.max(0, lowerBound(starts, offset + 1, (start) => start) - 1);
  return { line: index + 1, column: Math.max(0, offset - (starts[index] as number)) + 1 };
}

/** The text of a line, counted from 1, without its line end. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const start = starts[line - 1];
  if (start === undefined) return '';
  return file.text.slice(start, starts[line] ?? file.text.length).replace(/[\r\n]+$/, '');
}

const byteOrderMark = '\ufeff';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

const startsOfFile = new WeakMap<SourceFile, readonly number[]>();

/** Offsets at which lines start; `\n`, `\r\n` and `\r` end a line. */
function lineStarts(file: SourceFile): readonly number[] {
  let starts = startsOfFile.get(file);
  if (starts === undefined) {
    const found = [file.text.startsWith(byteOrderMark) ? 1 : 0];
    for (const end of file.text.matchAll(/\r\n?|\n/g)) found.push(end.index + end[0].length);
    starts = found;
    startsOfFile.set(file, starts);
  }
  return starts;
}

/** The length of the text before the first byte that breaks UTF-8, found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startsValid(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, low), {
    stream: true,
  }).length;
}

/** Whether bytes are UTF-8 as far as they go; a character cut at the end counts as valid. */
function startsValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
