import { visible } from './visible.ts';

/** A line as a terminal shows it: tabs widened, control characters escaped, and where each unit of the text comes to stand. */
export interface ShownLine {
  readonly cells: readonly Cell[];
  /** Columns in all. */
  readonly width: number;
}

export interface Cell {
  /** UTF-16 offset in the line. */
  readonly offset: number;
  /** Column of its first cell, from 0. */
  readonly column: number;
  readonly width: number;
  readonly text: string;
}

export function showLine(line: string): ShownLine {
  const cells: Cell[] = [];
  let column = 0;
  let offset = 0;
  for (const character of line) {
    const text = character === '\t' ? ' '.repeat(tab - (column % tab)) : visible(character);
    const width = text === character ? widthOf(character) : text.length;
    cells.push({ offset, column, width, text });
    column += width;
    offset += character.length;
  }
  return { cells, width: column };
}

/** The column at which an offset of the line stands; past the end, the column after the last. */
export function columnOf(shown: ShownLine, offset: number): number {
  let low = 0;
  let high = shown.cells.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((shown.cells[middle - 1] as Cell).offset < offset) low = middle;
    else high = middle - 1;
  }
  return shown.cells[low]?.column ?? shown.width;
}

const tab = 4;

function widthOf(character: string): number {
  if (character < '\u0300') return 1;
  if (/^\p{M}$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const wide =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Emoji_Presentation}\u3000-\u303e\u30a0-\u30ff\u31f0-\u31ff\uff01-\uff60\uffe0-\uffe6]$/u;
