/** For each method of the server's table, something to ask about a place in a text. */
import { commandNames } from '../../src/features/execute-command.ts';
import { features } from '../../src/features/table.ts';
import type { Editor } from './editor.ts';

export interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** A new name, letters of a name. */
  readonly words: string;
}

/** Methods that take an item of another's answer. */
const after: Readonly<Record<string, string>> = {
  'completionItem/resolve': 'textDocument/completion',
  'codeLens/resolve': 'textDocument/codeLens',
  'codeAction/resolve': 'textDocument/codeAction',
  'callHierarchy/incomingCalls': 'textDocument/prepareCallHierarchy',
  'callHierarchy/outgoingCalls': 'textDocument/prepareCallHierarchy',
};

export const methods: readonly string[] = features.map(({ method }) => method);

/** What the server answers; of methods that take an item, what it answers for the first ones. */
export async function ask(editor: Editor, method: string, place: Place): Promise<unknown> {
  const before = after[method];
  if (before !== undefined) {
    const answer = await editor.ask(before, aboutPlace(editor, place));
    const items = (Array.isArray(answer) ? answer : itemsOf(answer)).slice(0, 5);
    return Promise.all(
      items.map((item) => editor.ask(method, method.startsWith('callHierarchy') ? { item } : item)),
    );
  }
  if (method === 'workspace/executeCommand') {
    const { line, character } = aboutPlace(editor, place).position;
    return Promise.all(
      commandNames.map((command) => {
        const about = command === 'oncall.runTest' ? [] : [line, character];
        return editor.ask(method, { command, arguments: [place.path, ...about] });
      }),
    );
  }
  return editor.ask(method, aboutPlace(editor, place));
}

/** What any method about a place may want to know, all in one. */
function aboutPlace(editor: Editor, { path, start, end, words }: Place) {
  const { open, disk } = editor.world;
  const text = open.get(path) ?? disk.get(path) ?? '';
  const [position, behind] = [editor.place(text, start), editor.place(text, end)];
  return {
    textDocument: { uri: path },
    position,
    positions: [position, behind],
    range: { start: position, end: behind },
    options: { tabSize: 2, insertSpaces: true },
    ch: '>',
    newName: words,
    query: words,
    context: { includeDeclaration: true, diagnostics: [], triggerKind: 1 },
  };
}

function itemsOf(answer: unknown): object[] {
  return (answer as { items?: object[] } | null)?.items ?? [];
}
