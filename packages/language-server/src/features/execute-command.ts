/** Commands for any editor; what each answers is for the client to show. */
import {
  clockText,
  entryOf,
  type Page,
  pageZone,
  timeline,
  timelineLines,
} from '@oncall/simulator';
import { timelinePicture } from '@oncall/simulator/pictures';
import type { ExecuteCommandParams, Position } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { anEstimate } from './hover/time.ts';
import { preview } from './preview.ts';
import { resultOf, type TestOutcome, testAt, testNamed, testsIn } from './project-tests.ts';
import { subjectAt } from './subject-at.ts';

/** All take the URI of a file first. */
const commands: Readonly<
  Record<string, (snapshot: Snapshot, values: readonly unknown[]) => unknown>
> = {
  'oncall.preview': (snapshot, [line, character]) =>
    preview(snapshot, {
      textDocument: { uri: snapshot.uri },
      position: positionOf(line, character),
    }),
  'oncall.simulate': (snapshot, [line, character]) =>
    simulation(snapshot, positionOf(line, character)),
  'oncall.runTest': (snapshot, [title, nth]) => testRun(snapshot, title, Number(nth) || 0),
};

export const commandNames = Object.keys(commands);

/** `null` where the command is not known, or has nothing to answer. */
export function executeCommand(
  snapshot: Snapshot,
  { command, arguments: values = [] }: ExecuteCommandParams,
): unknown {
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  return run?.(snapshot, values.slice(1)) ?? null;
}

export function uriOfCommand({ arguments: values }: ExecuteCommandParams): string {
  const [uri] = (values ?? []) as readonly unknown[];
  return typeof uri === 'string' ? uri : '';
}

export interface Simulation {
  /** What `oncall simulate` prints, were it asked now. */
  readonly text: string;
  readonly events: ReturnType<typeof timeline>;
  /** An SVG document. */
  readonly svg: string;
}

/** Of the plan, schedule or contact at a place, were it paged now, with nobody answering. */
function simulation(snapshot: Snapshot, position: Position): Simulation | undefined {
  const { now, analysis } = snapshot;
  const { model } = analysis;
  const target = targetAt(snapshot, position);
  if (target === undefined) return undefined;
  const page: Page = { target, at: now, nobodyAnswers: true };
  const events = timeline(model, page);
  const zone = pageZone(target, model) ?? 'UTC';
  const lines = timelineLines(events.map(entryOf), { pagedAt: now, zone });
  const text = [
    `@${target.name} paged ${clockText(zone, now)} ${zone}`,
    ...lines.map(({ head, tail }) => `  ${head}${tail}`.trimEnd()),
    ...(events.some(({ kind }) => kind === 'engage') ? [] : ['', '  NOBODY is engaged']),
    '',
    anEstimate,
    '',
  ].join('\n');
  return { text, events, svg: timelinePicture(model, page, { zone }) };
}

function targetAt(snapshot: Snapshot, position: Position): Page['target'] | undefined {
  const entry = subjectAt(snapshot, position);
  switch (entry?.kind) {
    case 'plan':
    case 'schedule':
    case 'contact':
    case 'extern':
      return { kind: entry.kind, name: entry.name };
    case 'test':
      return testAt(snapshot, entry.nameSpan.start)?.page.target;
    default:
      return undefined;
  }
}

/** Of the n-th test of a title its outcome; without a title those of all tests of the file. */
function testRun(
  snapshot: Snapshot,
  title: unknown,
  nth: number,
): TestOutcome | TitledOutcome[] | undefined {
  if (typeof title === 'string') {
    const test = testNamed(snapshot, title, nth);
    return test && resultOf(snapshot, test);
  }
  return testsIn(snapshot).map((test) => ({ title: test.title, ...resultOf(snapshot, test) }));
}

export interface TitledOutcome extends TestOutcome {
  readonly title: string;
}

function positionOf(line: unknown, character: unknown): Position {
  return { line: Number(line) || 0, character: Number(character) || 0 };
}
