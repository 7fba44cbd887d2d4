/**
 * The preview: pictures of what the cursor is in, in a panel beside the text. They come from the
 * server; the panel's page may run one script, which is ours, and load nothing.
 */
import {
  commands,
  Disposable,
  type ExtensionContext,
  Position,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { pageOf } from './preview/html.ts';
import type { FromPage, Place, ToPage } from './preview/messages.ts';
import { preview } from './protocol.ts';
import type { Session } from './session.ts';

const viewType = 'oncall.preview';

/** Milliseconds without a key after which the pictures are drawn anew. */
const pause = 40;

/** Milliseconds after which what is shown of now is drawn anew. */
const minute = 60_000;

export function registerPreview(context: ExtensionContext, session: Session): Disposable {
  let panel: Panel | undefined;
  const adopt = (adopted: WebviewPanel, place: Place | undefined) => {
    panel?.dispose();
    const made = new Panel(adopted, context.extensionUri, session, place);
    panel = made;
    adopted.onDidDispose(() => {
      made.dispose();
      if (panel === made) panel = undefined;
    });
  };
  const show = (uri?: string, line?: number, character?: number) => {
    const place =
      uri === undefined ? placeOfCursor() : { uri, line: line ?? 0, character: character ?? 0 };
    if (panel === undefined) adopt(open(context), place);
    else panel.show(place);
  };
  return Disposable.from(
    commands.registerCommand('oncall.preview', show),
    commands.registerCommand('oncall.simulate', show),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(kept, state: Place | undefined) {
        adopt(kept, state);
      },
    }),
    { dispose: () => panel?.dispose() },
  );
}

function open({ extensionUri }: ExtensionContext): WebviewPanel {
  return window.createWebviewPanel(
    viewType,
    'Preview',
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    optionsOf(extensionUri),
  );
}

function optionsOf(extensionUri: Uri) {
  return { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, 'dist')] };
}

class Panel {
  readonly #panel: WebviewPanel;
  readonly #session: Session;
  readonly #subscriptions: Disposable;
  readonly #clock: ReturnType<typeof setInterval>;
  #place: Place | undefined;
  #width: number | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was asked for, so that an answer that comes late is not shown. */
  #asked = 0;

  constructor(panel: WebviewPanel, extensionUri: Uri, session: Session, place: Place | undefined) {
    this.#panel = panel;
    this.#session = session;
    this.#place = place;
    panel.iconPath = {
      light: Uri.joinPath(extensionUri, 'images/file-light.svg'),
      dark: Uri.joinPath(extensionUri, 'images/file-dark.svg'),
    };
    panel.webview.options = optionsOf(extensionUri);
    this.#subscriptions = Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      session.onDidChange(() => this.#drawSoon()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId === 'oncall' && contentChanges.length > 0) this.#drawSoon();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document.languageId === 'oncall') this.#follow();
      }),
      window.onDidChangeActiveTextEditor(() => this.#follow()),
    );
    this.#clock = setInterval(() => this.#drawSoon(), minute);
    panel.webview.html = pageOf(panel.webview, extensionUri);
  }

  show(place: Place | undefined): void {
    this.#place = place ?? this.#place;
    this.#panel.reveal(undefined, true);
    this.#drawSoon();
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    clearInterval(this.#clock);
    this.#subscriptions.dispose();
    this.#panel.dispose();
  }

  #follow(): void {
    const follows = workspace.getConfiguration('oncall').get('preview.follow', true);
    const place = follows ? placeOfCursor() : undefined;
    if (place === undefined) return;
    this.#place = place;
    this.#drawSoon();
  }

  #drawSoon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#draw(), pause);
  }

  async #draw(): Promise<void> {
    const place = this.#place;
    if (place === undefined) return this.#send({ kind: 'nothing' });
    this.#asked++;
    const asked = this.#asked;
    const answer = await preview(this.#session, place, this.#width);
    if (asked !== this.#asked) return;
    if (answer === undefined || answer.sections.length === 0)
      return this.#send({ kind: 'nothing' });
    this.#panel.title = `Preview: ${answer.title}`;
    this.#send({ kind: 'pictures', place, preview: answer });
  }

  #send(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  #receive(message: FromPage): void {
    if (message.kind === 'open') {
      void goTo(message.source);
    } else {
      this.#width = message.width;
      this.#drawSoon();
    }
  }
}

/** Where the cursor of the text in front is, if that is of our language. */
function placeOfCursor(): Place | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'oncall') return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), line, character };
}

/** `URI#L12,3`: line and column from 1. Only what the workspace has open or on disk is shown. */
async function goTo(source: string): Promise<void> {
  const [, text = '', line, column] = /^(.*)#L(\d+),(\d+)$/s.exec(source) ?? [];
  if (line === undefined || !text.endsWith('.oncall')) return;
  const place = new Position(Number(line) - 1, Number(column) - 1);
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === text);
  const editor = await window.showTextDocument(Uri.parse(text), {
    viewColumn: open?.viewColumn ?? ViewColumn.One,
  });
  editor.selection = new Selection(place, place);
  editor.revealRange(new Range(place, place), TextEditorRevealType.InCenterIfOutsideViewport);
}
