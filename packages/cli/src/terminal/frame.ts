import { type Location, lineText, positionAt, type SourceFile } from '@oncall/language';
import { type Cell, columnOf, showLine } from './columns.ts';
import { looksBack, maskLine } from './mask.ts';
import { visible } from './visible.ts';

/**
 * A place in a file, shown: its address, the source line and an underline. Addresses of people in
 * the line are masked; a long line is cut to a window about the place.
 */
export function frame(location: Location, options: FrameOptions): readonly string[] {
  const { file, span } = location;
  const { line, column } = positionAt(file, span.start);
  const lineStart = span.start - (column - 1);
  const text = maskedLine(file, line, lineStart);
  // What no window can reach is left out: a line may be as long as its file.
  const reach = 4 * Math.max(40, options.columns);
  const first = Math.max(0, column - 1 - reach);
  const shown = showLine(text.slice(first, column - 1 + reach));

  const from = columnOf(shown, column - 1 - first);
  const end = Math.min(span.end - lineStart, text.length);
  const to = Math.max(from + 1, columnOf(shown, end - first));
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const view = windowOf(from, to, shown.width, Math.max(40, options.columns - number.length - 3));

  const { quiet } = options;
  const shownLine = view.before + textBetween(shown.cells, view.from, view.to) + view.after;
  const underline =
    ' '.repeat(view.before.length + from - view.from) +
    options.mark.repeat(Math.max(1, Math.min(to, view.to) - from));
  return [
    `${quiet(`${gutter}-->`)} ${visible(file.path)}:${line}:${column}`,
    quiet(`${gutter} |`),
    `${quiet(`${number} |`)} ${shownLine}`.trimEnd(),
    `${quiet(`${gutter} |`)} ${options.paintMark(underline)}`,
  ];
}

/** Lines as they may be shown, masked once for all that is told of them. */
const maskedLines = new WeakMap<SourceFile, Map<number, string>>();

function maskedLine(file: SourceFile, line: number, lineStart: number): string {
  const known = maskedLines.get(file) ?? new Map<number, string>();
  maskedLines.set(file, known);
  let text = known.get(line);
  if (text === undefined) {
    const before = file.text.slice(Math.max(0, lineStart - looksBack), lineStart);
    text = maskLine(lineText(file, line), before);
    known.set(line, text);
  }
  return text;
}

export interface FrameOptions {
  readonly columns: number;
  /** One character, repeated below what is meant. */
  readonly mark: string;
  paintMark(text: string): string;
  quiet(text: string): string;
}

interface Window {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
}

/** The columns of a line to show: all, or as many as fit with the place a third of the way in. */
function windowOf(from: number, to: number, width: number, room: number): Window {
  if (width <= room) return { from: 0, to: width, before: '', after: '' };
  const inner = room - 2;
  const wanted = Math.max(0, from - Math.max(0, Math.floor((inner - (to - from)) / 3)));
  const start = Math.min(wanted, Math.max(0, width - inner));
  const end = Math.min(width, start + inner);
  return {
    from: start,
    to: end,
    before: start > 0 ? '…' : '',
    after: end < width ? '…' : '',
  };
}

/** Cells within a window; one that its edge cuts leaves blanks, so that columns stay true. */
function textBetween(cells: readonly Cell[], from: number, to: number): string {
  let text = '';
  for (const cell of cells) {
    const end = cell.column + cell.width;
    if (end <= from && !(cell.width === 0 && cell.column > from)) continue;
    if (cell.column >= to) break;
    const whole = cell.column >= from && end <= to;
    text += whole ? cell.text : ' '.repeat(Math.min(end, to) - Math.max(cell.column, from));
  }
  return text;
}
