import type { PeopleImpact } from '../deployment/people-impact.ts';
import type { Survey } from '../deployment/survey.ts';
import type { Target } from '../deployment/target.ts';
import { counted } from '../terminal/counted.ts';
import { maskAddresses } from '../terminal/mask.ts';
import { paintWith } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';
import { impactText } from './impact-text.ts';
import { changesLines, countsText, hasChanges } from './plan-text.ts';

/**
 * A plan as a comment on a pull request: one line, and folded below it what would change and what
 * that does to people. What comes from files or from the service stands in code alone, where no
 * `@alice` calls somebody of that name.
 */
export function planMarkdown(survey: Planned, impact: PeopleImpact): string {
  const { changes } = survey;
  const head = headOf(survey);
  if (!hasChanges(changes)) return `${head}: nothing to do.\n`;
  const line = `${head}: ${countsText(changes)}${peopleText(impact)}.`;
  const isTold = impact.rotations.length > 0 || impact.schedules.length > 0;
  const people = isTold ? impactText(impact, plain).trimEnd().split('\n') : [];
  // Whose shifts change is told in less room than what changes, and matters more.
  const peopleFold = fold('Who gains and loses shifts, an estimate', people, most / 3);
  const room = most - line.length - 1 - peopleFold.length;
  const changesFold = fold('What would change, and why', changesLines(changes, plain), room);
  return `${line}\n${changesFold}${peopleFold}`;
}

type Planned = Pick<Survey, 'project' | 'account' | 'changes'> & {
  readonly target: Pick<Target, 'region' | 'place'>;
};

/** GitHub takes 65,536 characters; some are left to who sends it. */
const most = 65_000;

const plain = paintWith(false);

function headOf({ project, account, target }: Planned): string {
  const where = [
    `project ${code(project)}`,
    ...(account === undefined ? [] : [`account ${code(account)}`]),
    code(target.region),
    ...(target.place === 'AWS' ? [] : [code(target.place)]),
  ];
  return `**oncall plan**, ${where.join(', ')}`;
}

function peopleText({ hasRotations, changed, days, rotations, schedules }: PeopleImpact): string {
  if (!hasRotations) return '';
  const span = `in the next ${counted(days, 'day')}`;
  const atOnce = schedules.length > 0 || rotations.some(({ now }) => now !== undefined);
  const now = atOnce ? ', **who is on call at this moment among them**' : '';
  const verb = changed === 1 ? 'changes' : 'change';
  if (changed === 0 && !atOnce) return `; no shift changes hands ${span}`;
  return `; ${counted(changed, 'shift')} ${verb} hands ${span}${now}`;
}

/** A part that opens with a click, of at most so many characters; what is cut is counted. */
function fold(title: string, lines: readonly string[], room: number): string {
  if (lines.length === 0) return '';
  // Masked here, so that lengths are those of what is shown.
  const shown = lines.map((line) => shortened(maskAddresses(visible(line))));
  const fence = '`'.repeat(Math.max(3, longestTicks(shown.join('\n')) + 1));
  const head = `\n<details>\n<summary>${title}</summary>\n\n${fence}text\n`;
  const tail = (left: number) =>
    `${fence}\n${left === 0 ? '' : `\n${counted(left, 'line')} more; \`oncall plan\` shows all.\n`}\n</details>\n`;
  let left = room - head.length - tail(lines.length).length;
  let count = 0;
  for (const line of shown) {
    left -= line.length + 1;
    if (left < 0) break;
    count += 1;
  }
  const kept = shown.slice(0, count).map((line) => `${line}\n`);
  return `${head}${kept.join('')}${tail(shown.length - count)}`;
}

/** A line longer than this helps nobody. No character is cut in two. */
function shortened(line: string): string {
  return line.length <= widest ? line : `${[...line].slice(0, widest).join('')}…`;
}

const widest = 1_000;

function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
}

/** In line, between more backquotes than the text has in a row. */
function code(text: string): string {
  const shown = visible(text);
  const ticks = '`'.repeat(longestTicks(shown) + 1);
  const pad = /^`|`$/.test(shown) ? ' ' : '';
  return `${ticks}${pad}${shown}${pad}${ticks}`;
}
