import type { Fix } from '../diagnostics/diagnostic.ts';
import { lowerBound } from '../text/search.ts';
import { createSourceFile, type SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';

/** Edits that do not meet, in files: the text they make, and where what was there comes to lie. */
export class Edits {
  /** By path, in the order of text. */
  readonly #changes = new Map<string, Change[]>();

  constructor(edits: Fix['edits']) {
    for (const { location, text } of edits) {
      const { path } = location.file;
      const changes = this.#changes.get(path) ?? [];
      this.#changes.set(path, changes);
      changes.push({ ...location.span, text: withLineEndsOf(location.file, text), shift: 0 });
    }
    for (const changes of this.#changes.values()) {
      changes.sort((a, b) => a.start - b.start || a.end - b.end);
      let shift = 0;
      for (const change of changes) {
        change.shift = shift;
        shift = shiftBehind(change);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#changes.size === 0;
  }

  applyTo(files: readonly SourceFile[]): readonly SourceFile[] {
    return files.map((file) => {
      const changes = this.#changes.get(file.path);
      if (changes === undefined) return file;
      const parts: string[] = [];
      let done = 0;
      for (const { start, end, text } of changes) {
        parts.push(file.text.slice(done, start), text);
        done = end;
      }
      return createSourceFile(file.path, parts.join('') + file.text.slice(done));
    });
  }

  /** Where a place begins by now; one within an edit, where the edit's text does. */
  movedStart({ path, start }: { readonly path: string; readonly start: number }): number {
    const changes = this.#changes.get(path) ?? [];
    const before = changes[lowerBound(changes, start + 1, (change) => change.start) - 1];
    if (before === undefined) return start;
    return start < before.end ? before.start + before.shift : start + shiftBehind(before);
  }

  /** Where a place ends by now; one within an edit, where the edit's text does. */
  movedEnd({ path, end }: { readonly path: string; readonly end: number }): number {
    const changes = this.#changes.get(path) ?? [];
    const before = changes[lowerBound(changes, end, (change) => change.start) - 1];
    if (before === undefined) return end;
    return Math.max(end, before.end) + shiftBehind(before);
  }
}

interface Change extends Span {
  readonly text: string;
  /** How far what stands before it in its file has moved. */
  shift: number;
}

function shiftBehind({ start, end, text, shift }: Change): number {
  return shift + text.length - (end - start);
}

/** Fixes and the formatter write `\n`; a file that has others keeps to them. */
function withLineEndsOf(file: SourceFile, text: string): string {
  return file.text.includes('\r\n') ? text.replace(/\r\n|\n/g, '\r\n') : text;
}
