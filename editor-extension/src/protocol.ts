/** What is asked of the server beside what every editor asks. */
import type { Range } from 'vscode-languageclient';
import type { Place, Preview } from './preview/messages.ts';
import type { Session } from './session.ts';

/** A `test` declaration. */
export interface TestPlace {
  readonly uri: string;
  readonly title: string;
  readonly range: Range;
}

export interface TestName extends Pick<TestPlace, 'uri' | 'title'> {
  /** Of several tests of one title in a file, which, from 0. */
  readonly nth: number;
}

export interface TestOutcome {
  readonly passed: boolean;
  /** Of each expectation that was not met. */
  readonly failures: readonly { readonly message: string; readonly range: Range }[];
}

export async function listTests(session: Session): Promise<readonly TestPlace[]> {
  return (await session.request<readonly TestPlace[]>('oncall/tests', {})) ?? [];
}

export function runTest(
  session: Session,
  { uri, title, nth }: TestName,
): Promise<TestOutcome | undefined> {
  return execute(session, 'oncall.runTest', uri, title, nth);
}

export function preview(
  session: Session,
  place: Place,
  width: number | undefined,
): Promise<Preview | undefined> {
  const { uri, line, character } = place;
  return session.request('oncall/preview', {
    textDocument: { uri },
    position: { line, character },
    width,
  });
}

function execute<R>(session: Session, command: string, ...values: readonly unknown[]) {
  return session.request<R>('workspace/executeCommand', { command, arguments: values });
}
