/**
 * What a person, an editor and a disk do, at random. A step is plain data, whose numbers choose
 * among what there is when it is taken, so that any part of a sequence is one too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { FileChangeType } from 'vscode-languageserver';
import type { Change, Editor, World } from './editor.ts';
import { ask, methods, type Place } from './questions.ts';

export type Step =
  | { readonly kind: 'edit'; readonly file: number; readonly changes: readonly ChangeAt[] }
  | { readonly kind: 'open' | 'close' | 'delete' | 'move'; readonly file: number }
  | { readonly kind: 'write'; readonly file: number; readonly text: string }
  | { readonly kind: 'folder'; readonly file: number }
  | { readonly kind: 'ask'; readonly method: string; readonly place: Spot };

interface ChangeAt {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

/** A place anywhere: parts of a file's text. */
export interface Spot {
  readonly file: number;
  readonly at: number;
  readonly length: number;
  readonly words: string;
}

const repository = join(import.meta.dirname, '../../../..');

function textsBelow(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?!.*(?:^|\/)\.).+\.oncall$/.test(name))
    .map((name) => [name, readFileSync(join(repository, folder, name), 'utf8')] as const);
}

const acme = textsBelow('examples/acme');
const quickstart = textsBelow('examples/quickstart');
/** Texts with all that can be wrong. */
const corpus = textsBelow('test/corpus').map(([, text]) => text);
const words = [...acme, ...quickstart].flatMap(([, text]) => text.match(/\S+\s*/g) ?? []);

const root = 'file:///w';

/** What may lie on the disk at first, by path. */
export const disks: fc.Arbitrary<ReadonlyMap<string, string>> = fc.oneof(
  fc.constantFrom(acme, quickstart).map((files) => at(files)),
  fc
    .array(fc.constantFrom(...corpus), { minLength: 1, maxLength: 4 })
    .map((texts) => at(texts.map((text, index) => [`${'abcd'[index]}/main.oncall`, text]))),
);

function at(files: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(files.map(([name, text]) => [`${root}/${name}`, text]));
}

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...['<', '>', '"', '@', '$', '#', '..', '\n', '\r\n', '\r', ' ', '5m', 'é', '🎉', '\ufeff'],
      ...['project p < >\n', 'contact alice < >\n', 'plan p <\n', '# oncall-ignore a: b\n'],
    ),
  },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(...corpus) },
);

const written = fc.oneof(text, fc.constantFrom('ALICE_SMS=+12065550142\n', ...corpus));

const number = fc.nat({ max: 9_999 });
const length = fc.oneof(fc.constant(0), fc.nat({ max: 9 }), fc.nat({ max: 300 }));

const spot = fc.record({
  file: number,
  at: number,
  length,
  words: fc.constantFrom('alice', '', 'new-name', 'a b', '5m', 'é'),
});

const change = fc.record({ at: number, length, insert: text });

export const spots = fc.array(spot, { minLength: 3, maxLength: 3 });

export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constant('edit'),
      file: number,
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constant('ask'),
      method: fc.constantFrom(...methods),
      place: spot,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('open', 'close', 'delete', 'move'),
      file: number,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('write'), file: number, text: written }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('folder'), file: number }) },
);

/** Places where nothing may lie yet. */
const elsewhere = [`${root}/new.oncall`, `${root}/people/new é.oncall`, 'file:///v/v.oncall'];

const variables = `${root}/oncall.env`;

const folders: readonly string[] = [root, `${root}/people`, 'file:///v'];

export async function take(editor: Editor, step: Step): Promise<void> {
  const { world } = editor;
  if (step.kind === 'ask') {
    const place = placeOf(world, step.place);
    if (place !== undefined) await ask(editor, step.method, place);
    return;
  }
  const path = nth(choicesFor(step.kind, world), step.file);
  if (path === undefined) {
    // Most of what people do needs a file that is open.
    if (step.kind === 'edit') await take(editor, { kind: 'open', file: step.file });
    return;
  }
  const { disk, open, folders } = world;
  switch (step.kind) {
    case 'edit':
      editor.edit(path, step.changes.map(changeOf));
      return;
    case 'open':
      if (!open.has(path)) editor.open(path, disk.get(path) ?? '');
      return;
    case 'close':
      editor.close(path);
      return;
    case 'write': {
      const type = disk.has(path) ? FileChangeType.Changed : FileChangeType.Created;
      disk.set(path, step.text);
      editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: path, type }] });
      return;
    }
    case 'delete': {
      disk.delete(path);
      const changes = [{ uri: path, type: FileChangeType.Deleted }];
      editor.tell('workspace/didChangeWatchedFiles', { changes });
      return;
    }
    case 'move': {
      const newUri = path.replace(/\.oncall$/, '-moved.oncall');
      disk.set(newUri, disk.get(path) ?? '');
      disk.delete(path);
      editor.tell('workspace/didRenameFiles', { files: [{ oldUri: path, newUri }] });
      return;
    }
    case 'folder':
      if (folders.has(path)) editor.changeFolders([], [path]);
      else editor.changeFolders([path], []);
  }
}

function choicesFor(kind: Exclude<Step['kind'], 'ask'>, { disk, open }: World): readonly string[] {
  switch (kind) {
    case 'edit':
    case 'close':
      return [...open.keys()];
    case 'open':
      return [...sourcesOn(disk), ...elsewhere, 'untitled:Untitled-1'];
    case 'write':
      return [...sourcesOn(disk), ...elsewhere, variables];
    case 'delete':
      return [...disk.keys()];
    case 'move':
      return sourcesOn(disk);
    case 'folder':
      return folders;
  }
}

function sourcesOn(disk: ReadonlyMap<string, string>): readonly string[] {
  return [...disk.keys()].filter((path) => path !== variables);
}

export function placeOf(world: World, { file, at, length, words }: Spot): Place | undefined {
  const path = nth([...new Set([...world.open.keys(), ...sourcesOn(world.disk)])].sort(), file);
  if (path === undefined) return undefined;
  const text = world.open.get(path) ?? world.disk.get(path) ?? '';
  const start = whole(text, at % (text.length + 1));
  return { path, start, end: whole(text, Math.min(start + length, text.length)), words };
}

function nth(choices: readonly string[], number: number): string | undefined {
  return choices[number % choices.length];
}

function changeOf({ at, length, insert }: ChangeAt): Change {
  if (length === 300) return 'whole';
  return (text) => {
    const start = whole(text, at % (text.length + 1));
    return { start, end: whole(text, Math.min(start + length, text.length)), insert };
  };
}

/** Not within a character, nor within a line end. */
function whole(text: string, offset: number): number {
  const within = /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)/.test(
    text.slice(offset - 1, offset + 1),
  );
  return within && offset > 0 ? offset - 1 : offset;
}
