/** Texts with a cursor, `┆`, as snapshots; and answers drawn into the texts again. */
import { createSourceFile, type SourceFile } from '@oncall/language';
import type { ClientCapabilities, Position, Range, TextEdit } from 'vscode-languageserver';
import type { FileSystem } from '../src/workspace/file-system.ts';
import { nameOf, parentOf } from '../src/workspace/paths.ts';
import { type Encoding, offsetAt } from '../src/workspace/positions.ts';
import type { Snapshot } from '../src/workspace/snapshot.ts';
import { Workspace } from '../src/workspace/workspace.ts';

export interface Picture {
  readonly snapshot: Snapshot;
  readonly workspace: Workspace;
  /** Of the cursor. */
  readonly position: Position;
  /** What requests about the place of the cursor bring. */
  readonly params: {
    readonly textDocument: { readonly uri: string };
    readonly position: Position;
  };
}

export interface Stage {
  readonly capabilities?: ClientCapabilities;
  readonly encoding?: Encoding;
  /** Epoch seconds; 2026-01-05T12:00:00Z where not given. */
  readonly now?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A project of some files on disk, or of one; the file with the cursor is open. */
export async function picture(
  files: string | Readonly<Record<string, string>>,
  { capabilities = {}, encoding = 'utf-16', now = 1_767_614_400, environment = {} }: Stage = {},
): Promise<Picture> {
  const texts = new Map(
    Object.entries(typeof files === 'string' ? { 'main.oncall': files } : files).map(
      ([name, text]) => [`${folder}/${name}`, text],
    ),
  );
  const cursor = [...texts].find(([, text]) => text.includes('┆')) ?? [...texts][0];
  if (cursor === undefined) throw new Error('a picture needs a file');
  const [path, marked] = cursor;
  const offset = Math.max(marked.indexOf('┆'), 0);
  const text = marked.replace('┆', '');
  texts.set(path, text);
  const workspace = new Workspace(
    {
      fileSystem: memory(texts),
      environment,
      now: () => now,
      pageOf: (code) => `https://example.com/${code}`,
      log: fail,
    },
    { capabilities, encoding },
  );
  workspace.changeFolders([folder], []);
  workspace.open({ uri: path, languageId: 'oncall', version: 1, text });
  await workspace.settled();
  const snapshot = workspace.snapshot(path);
  if (snapshot === undefined) throw new Error('the file is not known');
  const position = snapshot.positionAt(offset);
  return { snapshot, workspace, position, params: { textDocument: { uri: path }, position } };
}

const folder = 'file:///project';

/** The uri of a file of a picture. */
export function uriIn(name: string): string {
  return `${folder}/${name}`;
}

/** The text with `[` and `]` about each range. */
export function bracketed(
  file: SourceFile,
  ranges: readonly Range[],
  encoding: Encoding = 'utf-16',
) {
  const marks = ranges.flatMap(({ start, end }) => [
    { at: offsetAt(file, start, encoding), mark: '[' },
    { at: offsetAt(file, end, encoding), mark: ']' },
  ]);
  let { text } = file;
  for (const { at, mark } of marks.sort((a, b) => b.at - a.at)) {
    text = text.slice(0, at) + mark + text.slice(at);
  }
  return text;
}

/** The text as edits leave it. */
export function applied(text: string, edits: readonly TextEdit[], encoding: Encoding = 'utf-16') {
  const file = createSourceFile('', text);
  const sorted = edits
    .map(({ range, newText }) => ({
      start: offsetAt(file, range.start, encoding),
      end: offsetAt(file, range.end, encoding),
      newText,
    }))
    .sort((a, b) => b.start - a.start || b.end - a.end);
  let result = text;
  let before = Number.POSITIVE_INFINITY;
  for (const { start, end, newText } of sorted) {
    if (end > before) throw new Error('edits overlap');
    result = result.slice(0, start) + newText + result.slice(end);
    before = start;
  }
  return result;
}

/** Files in memory, which tests may change; folders are those of their paths. */
export function memory(texts: Map<string, string>): FileSystem {
  return {
    async list(asked) {
      const entries = new Map<string, 'file' | 'folder'>();
      for (const path of texts.keys()) {
        for (let [child, parent] = [path, parentOf(path)]; child !== parent; ) {
          if (parent === asked) entries.set(nameOf(child), child === path ? 'file' : 'folder');
          [child, parent] = [parent, parentOf(parent)];
        }
      }
      return [...entries].map(([name, kind]) => ({ name, kind }));
    },
    async read(path) {
      const text = texts.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
  };
}

function fail(message: string): never {
  throw new Error(message);
}
