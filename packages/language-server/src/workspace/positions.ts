/** Positions as clients count them, lines from 0 and columns in units of an encoding, to offsets and back. */
import type { SourceFile, Span } from '@oncall/language';
import type { Position, Range } from 'vscode-languageserver';
import { lineAt, lineFinder, lineOf, lineStarts } from './lines.ts';

export type Encoding = 'utf-16' | 'utf-8';

/** The first that the client offers of those that we speak; every client speaks UTF-16. */
export function negotiateEncoding(offered: readonly string[] | undefined): Encoding {
  return offered?.find((each) => each === 'utf-8' || each === 'utf-16') ?? 'utf-16';
}

/** The offset of a position; one behind the end of its line, or of the file, means that end. */
export function offsetAt(file: SourceFile, position: Position, encoding: Encoding): number {
  const start = lineStarts(file)[position.line];
  if (start === undefined) return position.line < 0 ? 0 : file.text.length;
  const line = lineOf(file, position.line);
  const units = Math.max(position.character, 0);
  return start + Math.min(encoding === 'utf-8' ? unitsOfBytes(line, units) : units, line.length);
}

export function positionAt(file: SourceFile, offset: number, encoding: Encoding): Position {
  const line = lineAt(file, offset);
  const start = lineStarts(file)[line] ?? 0;
  return { line, character: unitsBetween(file.text, start, offset, encoding) };
}

/** As `rangeOf`, for many spans of a file: fast where they come in their order. */
export function rangeReader(file: SourceFile, encoding: Encoding): (span: Span) => Range {
  const starts = lineStarts(file);
  const find = lineFinder(file);
  const at = (offset: number): Position => {
    const line = find(offset);
    return { line, character: unitsBetween(file.text, starts[line] ?? 0, offset, encoding) };
  };
  return ({ start, end }) => ({ start: at(start), end: at(end) });
}

export function rangeOf(file: SourceFile, { start, end }: Span, encoding: Encoding): Range {
  return { start: positionAt(file, start, encoding), end: positionAt(file, end, encoding) };
}

function unitsBetween(text: string, start: number, end: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return end - start;
  let bytes = 0;
  for (let at = start; at < end; at++) bytes += bytesAt(text, at);
  return bytes;
}

/** How many UTF-16 units the bytes stand for; bytes within a character stand for all of it. */
function unitsOfBytes(line: string, bytes: number): number {
  let at = 0;
  for (let seen = 0; seen < bytes && at < line.length; at++) seen += bytesAt(line, at);
  // Not between the two halves of a pair.
  const code = line.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff && at > 0 ? at + 1 : at;
}

/** Of the UTF-16 unit at an offset; the first half of a pair counts for both. */
function bytesAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  if (code >= 0xd800 && code <= 0xdbff) return isLow(text, at + 1) ? 4 : 3;
  if (code >= 0xdc00 && code <= 0xdfff) return isHigh(text, at - 1) ? 0 : 3;
  return 3;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function isHigh(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}
