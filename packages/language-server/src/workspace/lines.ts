/**
 * Where the lines of a file start, and files with an edit: the table of a new text is made from
 * that of the one before, so that a key in a long file does not look through it.
 */
import type { SourceFile } from '@oncall/language';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

const known = new WeakMap<SourceFile, Uint32Array>();

export function lineStarts(file: SourceFile): Uint32Array {
  let starts = known.get(file);
  if (starts === undefined) {
    starts = Uint32Array.from([0, ...startsWithin(file.text, 0, file.text.length)]);
    known.set(file, starts);
  }
  return starts;
}

/** The line, counted from 0, that an offset lies in. */
export function lineAt(file: SourceFile, offset: number): number {
  return upperBound(lineStarts(file), offset) - 1;
}

/** As `lineAt`, for many offsets: one that lies near the one before is found near it. */
export function lineFinder(file: SourceFile): (offset: number) => number {
  const starts = lineStarts(file);
  let line = 0;
  return (offset) => {
    if ((starts[line] as number) > offset) line = 0;
    let high = line + 1;
    for (let step = 1; high < starts.length && (starts[high] as number) <= offset; step *= 2) {
      line = high;
      high += step;
    }
    line = upperBound(starts, offset, line, Math.min(high, starts.length)) - 1;
    return line;
  };
}

/** The text of a line, counted from 0, without its line end. */
export function lineOf(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const start = starts[line];
  if (start === undefined) return '';
  let end = starts[line + 1] ?? file.text.length;
  while (end > start && isLineEnd(file.text.charCodeAt(end - 1))) end--;
  return file.text.slice(start, end);
}

/** A file with other text from one offset to another. */
export function edit(file: SourceFile, start: number, end: number, text: string): SourceFile {
  const before = lineStarts(file);
  const edited = {
    path: file.path,
    text: file.text.slice(0, start) + text + file.text.slice(end),
  };
  const shift = text.length - (end - start);
  // An edit may part or join the halves of \r\n at its edges: the lines about it are read again.
  const head = Math.max(upperBound(before, start) - 2, 0);
  const tail = upperBound(before, end);
  const from = before[head] as number;
  const to = tail < before.length ? (before[tail] as number) + shift : edited.text.length;
  const found = startsWithin(edited.text, from, to);
  const count = head + 1 + found.length + Math.max(before.length - tail - 1, 0);
  const starts = new Uint32Array(count);
  starts.set(before.subarray(0, head + 1));
  starts.set(found, head + 1);
  for (let old = tail + 1, next = head + 1 + found.length; old < before.length; old++, next++) {
    starts[next] = (before[old] as number) + shift;
  }
  known.set(edited, starts);
  return edited;
}

/** Starts of the lines whose line end before them lies within a stretch of text. */
function startsWithin(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) starts.push(at + 1);
    else if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED) starts.push(at + 1);
  }
  return starts;
}

/** The index of the first start that is greater than an offset. */
function upperBound(starts: Uint32Array, offset: number, from = 0, to = starts.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}
