/** A test for the plan at the cursor, with expectations that hold now: whom each stage targets. */
import { type Fix, formatMinutes, instantOf, localAt, type Plan } from '@oncall/language';
import { pageZone } from '@oncall/simulator';
import type { Position } from 'vscode-languageserver';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { subjectAt } from '../subject-at.ts';

export function writeTest(snapshot: Snapshot, position: Position): readonly Fix[] {
  const { analysis, file, now } = snapshot;
  const entry = subjectAt(snapshot, position);
  const plan = entry?.kind === 'plan' ? analysis.model.plans.get(entry.name) : undefined;
  if (entry === undefined || plan === undefined) return [];
  const expectations = expectationsOf(plan);
  if (expectations.length === 0) return [];
  const zone = pageZone({ kind: 'plan', name: plan.name }, analysis.model) ?? 'UTC';
  const text = [
    `test "${plan.name} reaches ${expectations.length === 1 ? 'whom it names' : 'all whom it names'}" <`,
    `  page @${plan.name} at ${pageTime(now, zone)}`,
    ...expectations.map((line) => `  ${line}`),
    '>',
  ].join('\n');
  // Behind what else stands on its last line, such as a comment.
  const behind = /[\r\n]|$/g;
  behind.lastIndex = entry.span.end;
  const end = behind.exec(file.text)?.index ?? file.text.length;
  const edit = { location: { file, span: { start: end, end } }, text: `\n\n${text}` };
  return [{ title: `Write a test for plan ${plan.name}`, edits: [edit] }];
}

/** When nobody answers, each stage starts at its time; who is a target twice is met the first time. */
function expectationsOf({ stages }: Plan): readonly string[] {
  const lines = new Map<string, string>();
  let start = 0;
  for (const { minutes, targets } of stages) {
    for (const { to } of targets) {
      if (lines.has(to.name)) continue;
      lines.set(to.name, `expect @${to.name} within ${formatMinutes(start)}`);
    }
    start += minutes;
  }
  return [...lines.values()];
}

/** Three in the night of this day, or, where clocks do not show that once, by UTC. */
function pageTime(now: number, zone: string): string {
  const local = { ...localAt(zone, now), hour: 3, minute: 0, second: 0 };
  const { year, month, day } = local;
  const date = [String(year).padStart(4, '0'), two(month), two(day)].join('-');
  const isPlain = instantOf(zone, local).kind === 'exact';
  return `${date}T03:00 "${isPlain ? zone : 'UTC'}"`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
