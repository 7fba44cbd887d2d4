import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Analysis, analyze, createSourceFile, type SourceFile } from '@oncall/language';
import { assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompletionItem, CompletionItemKind, type TextEdit } from 'vscode-languageserver';
import { completion } from '../../src/features/completion.ts';
import { Snapshot } from '../../src/workspace/snapshot.ts';
import { applied } from '../pictures.ts';

const folder = fileURLToPath(new URL('../../../../examples', import.meta.url));

const files: readonly SourceFile[] = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.oncall'))
  .map(({ parentPath, name }) => join(parentPath, name))
  .map((path) => createSourceFile(relative(folder, path), readFileSync(path, 'utf8')));

function snapshotOf(analysis: Analysis, file: SourceFile): Snapshot {
  return new Snapshot(
    {
      analysis,
      rules: [],
      folder: '',
      now: 1_767_614_400,
      client: { encoding: 'utf-16', capabilities: {} },
      variable: () => undefined,
      pageOf: () => undefined,
      uris: new Map(),
    },
    file,
  );
}

function itemsAt(snapshot: Snapshot, offset: number): readonly CompletionItem[] {
  const position = snapshot.positionAt(offset);
  return completion(snapshot, { textDocument: { uri: '' }, position }).items;
}

/** These begin a declaration together with the word behind them. */
const secondOf: Readonly<Record<string, string>> = {
  project: ' x',
  contact: ' x',
  plan: ' x',
  schedule: ' x',
  template: ' x',
  extern: ' contact',
  test: ' "x"',
};

/** What is said of a word that was put into a text and can't be read there. */
function unread(snapshot: Snapshot, item: CompletionItem): string[] {
  const { analysis, file } = snapshot;
  const edit = item.textEdit as TextEdit;
  const newText = edit.newText + (secondOf[item.label] ?? '');
  const put = createSourceFile(file.path, applied(file.text, [{ ...edit, newText }]));
  const { diagnostics } = analyze([put], { previous: analysis });
  const start = snapshot.offsetAt(edit.range.start);
  return diagnostics
    .filter(({ code, location }) => code === 'unexpected-token' && location.span.start === start)
    .map(({ message }) => message)
    .filter((message) => message.startsWith(`${item.label} `));
}

describe('completion', () => {
  it('answers at every offset of every example', () => {
    for (const file of files) {
      const snapshot = snapshotOf(analyze([file]), file);
      for (let offset = 0; offset <= file.text.length; offset++) itemsAt(snapshot, offset);
    }
  });

  it('offers words that can be read where they are put, in whole and in cut-off text', () => {
    const place = tuple(
      integer({ min: 0, max: files.length - 1 }),
      integer({ min: 0, max: 100_000 }),
      integer({ min: 0, max: 60 }),
    );
    assert(
      property(place, ([index, at, cut]) => {
        const whole = files[index] as SourceFile;
        const offset = at % (whole.text.length + 1);
        // Half of the time the text ends soon behind the cursor.
        const end = cut % 2 === 0 ? whole.text.length : offset + cut;
        const file = createSourceFile(whole.path, whole.text.slice(0, end));
        const snapshot = snapshotOf(analyze([file]), file);
        for (const item of itemsAt(snapshot, offset)) {
          if (item.kind !== CompletionItemKind.Keyword || item.label === 'oncall-ignore') continue;
          expect(unread(snapshot, item), `${item.label} at ${offset}`).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
