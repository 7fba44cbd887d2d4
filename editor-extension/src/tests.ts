/** The `test` declarations of all projects in the Testing view. */
import {
  type CancellationToken,
  commands,
  Disposable,
  Location,
  Range,
  type TestController,
  type TestItem,
  TestMessage,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Range as ProtocolRange } from 'vscode-languageclient';
import { listTests, runTest, type TestName, type TestOutcome, type TestPlace } from './protocol.ts';
import type { Session } from './session.ts';

/** Milliseconds without a change after which the tests are looked up again. */
const pause = 300;

export function registerTests(session: Session): Disposable {
  const controller = tests.createTestController('oncall', 'oncall');
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const refresh = async () => fill(controller, await listTests(session));
  const refreshSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, pause);
  };
  const run = async (request: TestRunRequest, token?: CancellationToken) => {
    const results = controller.createTestRun(request);
    const say = (what: string, item: TestItem, failures: TestOutcome['failures'] = []) => {
      const lines = [`${what}: ${item.label}`, ...failures.map(({ message }) => `  ${message}`)];
      results.appendOutput(`${lines.join('\r\n')}\r\n`, undefined, item);
    };
    for (const item of chosen(controller, request)) {
      if (token?.isCancellationRequested === true) break;
      results.started(item);
      const start = performance.now();
      const outcome = await runTest(session, nameOf(item));
      const took = performance.now() - start;
      if (outcome === undefined) {
        results.errored(item, new TestMessage('The server gave no answer.'), took);
        say('gave no answer', item);
      } else if (outcome.passed) {
        results.passed(item, took);
        say('passed', item);
      } else {
        const messages = outcome.failures.map(({ message, range }) => {
          const failure = new TestMessage(message);
          if (item.uri !== undefined) failure.location = new Location(item.uri, rangeOf(range));
          return failure;
        });
        results.failed(item, messages, took);
        say('FAILED', item, outcome.failures);
      }
    }
    results.end();
  };

  controller.refreshHandler = refresh;
  controller.createRunProfile('Run', TestRunProfileKind.Run, run, true);
  const watcher = workspace.createFileSystemWatcher('**/*.oncall');
  return Disposable.from(
    controller,
    watcher,
    watcher.onDidCreate(refreshSoon),
    watcher.onDidChange(refreshSoon),
    watcher.onDidDelete(refreshSoon),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === 'oncall') refreshSoon();
    }),
    session.onDidChange(({ kind }) => {
      if (kind === 'running') refreshSoon();
    }),
    commands.registerCommand(
      'oncall.runTest',
      async (uri?: string, title?: string, nth?: number) => {
        await refresh();
        const item = itemMeant(controller, uri, title, nth);
        if (item !== undefined) await run(new TestRunRequest([item]));
        else void window.showInformationMessage('oncall: there is no test at the cursor.');
      },
    ),
    { dispose: () => clearTimeout(waiting) },
  );
}

/** A file an item, and in it each of its tests; items that stay keep their results. */
function fill(controller: TestController, found: readonly TestPlace[]): void {
  const uris = [...new Set(found.map(({ uri }) => uri))];
  controller.items.replace(
    uris.map((text) => {
      const uri = Uri.parse(text);
      const file =
        controller.items.get(text) ??
        controller.createTestItem(text, workspace.asRelativePath(uri), uri);
      const own = found.filter((place) => place.uri === text);
      file.children.replace(
        own.map(({ title, range }, index) => {
          // Of two of one title the second is another.
          const before = own.slice(0, index).filter((other) => other.title === title).length;
          const id = idOf(title, before);
          const item = file.children.get(id) ?? controller.createTestItem(id, title, uri);
          item.sortText = String(index).padStart(6, '0');
          item.range = rangeOf(range);
          return item;
        }),
      );
      return file;
    }),
  );
}

function chosen(controller: TestController, { include, exclude }: TestRunRequest): TestItem[] {
  const roots = include ?? childrenOf(controller);
  return roots
    .flatMap((item) => (item.children.size === 0 ? [item] : childrenOf(item)))
    .filter((item) => !exclude?.some((other) => other === item || other === item.parent));
}

/** By what a code lens says, else where the cursor is. */
function itemMeant(
  controller: TestController,
  uri?: string,
  title?: string,
  nth = 0,
): TestItem | undefined {
  const editor = window.activeTextEditor;
  const file = uri ?? editor?.document.uri.toString();
  const items = childrenOf(controller)
    .filter((item) => item.uri?.toString() === Uri.parse(file ?? '').toString())
    .flatMap(childrenOf);
  if (title !== undefined) return items.find(({ id }) => id === idOf(title, nth));
  const line = editor?.selection.active.line ?? 0;
  return items.findLast(({ range }) => range !== undefined && range.start.line <= line);
}

function childrenOf(parent: TestController | TestItem): TestItem[] {
  const children = 'items' in parent ? parent.items : parent.children;
  return [...children].map(([, item]) => item);
}

/** Of the n-th test of a title in its file. */
function idOf(title: string, nth: number): string {
  return `${title}#${nth}`;
}

function nameOf({ id, label, uri }: TestItem): TestName {
  return { uri: uri?.toString() ?? '', title: label, nth: Number(id.slice(label.length + 1)) };
}

function rangeOf({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
