import { type Event, entryOf, type Failure } from '@oncall/simulator';
import { counted } from '../terminal/counted.ts';
import { frame } from '../terminal/frame.ts';
import type { Paint } from '../terminal/paint.ts';
import type { Stream } from '../terminal/terminal.ts';
import { visible } from '../terminal/visible.ts';
import { clockText } from '../time/clock-text.ts';
import type { TestRun } from '../time/run-tests.ts';
import { type Row, timelineRows } from '../time/timeline-rows.ts';

/** Tests for people: each failure at its line, and the timeline with the expected place marked. */
export function testsText(runs: readonly TestRun[], stream: Stream): string {
  const { paint } = stream;
  const failed = runs.filter(({ passed }) => !passed);
  const lines = runs.flatMap((run) =>
    run.passed
      ? [`${paint.good('pass')}  ${visible(run.test.title)}`]
      : [`${paint.error('FAIL')}  ${paint.strong(visible(run.test.title))}`, ...why(run, stream)],
  );
  const passed = `${runs.length - failed.length} passed`;
  const summary = failed.length === 0 ? passed : `${passed}, ${failed.length} failed`;
  if (lines.at(-1) !== '') lines.push('');
  lines.push(paint.strong(`${counted(runs.length, 'test')}: ${summary}`));
  return `${lines.join('\n')}\n`;
}

function why({ test, failures, timeline }: TestRun, stream: Stream): readonly string[] {
  const { paint, columns } = stream;
  const options = { columns, mark: '^', paintMark: paint.error, quiet: paint.info };
  const pagedAt = test.page.at.value;
  const zone = test.page.zone.value;
  const rows = marked(timeline.filter(isTold).map(toRow), failures, paint);
  return [
    ...failures.flatMap(({ location, message }) => [
      ...frame(location, options),
      `  ${visible(message)}`,
      '',
    ]),
    `  @${test.page.target.name} paged ${clockText(zone, pagedAt)} ${zone}`,
    ...timelineRows(rows, { pagedAt, zone, paint }),
    '',
  ];
}

/** Expectations are about people, so how each is tried is left out. */
function isTold({ kind, contact }: Event): boolean {
  return (
    kind !== 'notify' && kind !== 'retry' && !(kind === 'stage-start' && contact !== undefined)
  );
}

interface EventRow extends Row {
  readonly event: Event | undefined;
}

function toRow(event: Event): EventRow {
  return { ...entryOf(event), event };
}

/** What comes late or should not, and where what does not come was expected. */
function marked(
  rows: readonly EventRow[],
  failures: readonly Failure[],
  paint: Paint,
): readonly Row[] {
  const found = rows.map((row): EventRow => {
    const failure = failures.find(({ event }) => event !== undefined && event === row.event);
    if (failure === undefined) return row;
    const wrong = failure.expectedBy === undefined ? 'not expected' : 'too late';
    const reason = `<- ${wrong}: ${row.reason}`;
    return { ...row, reason, mark: { sign: '>', colour: paint.error } };
  });
  for (const { expectedBy, expectation } of failures) {
    if (expectedBy === undefined) continue;
    const later = found.findIndex(({ at }) => at > expectedBy);
    found.splice(later === -1 ? found.length : later, 0, {
      at: expectedBy,
      what: `@${expectation.target.name} expected by now`,
      reason: '',
      mark: { sign: '>', colour: paint.warning },
      event: undefined,
    });
  }
  return found;
}
