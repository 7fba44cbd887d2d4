import { type Action, type Change, describeReason, type Subject } from '@oncall/compiler';
import type { PeopleImpact } from '../deployment/people-impact.ts';
import type { Survey } from '../deployment/survey.ts';
import type { Paint } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';
import { impactText } from './impact-text.ts';

/**
 * A plan for people: what would change, by person, plan, schedule and rotation, and why; at its
 * end what that does to people.
 */
export function planText(
  survey: Survey,
  impact: PeopleImpact,
  paint: Paint,
  nothing = 'Nothing to do: the account is as the files say.',
): string {
  const { changes } = survey;
  const lines = [paint.strong(placeLine(survey)), '', ...changesLines(changes, paint)];
  lines.push(paint.strong(hasChanges(changes) ? `Plan: ${countsText(changes)}.` : nothing));
  const people = hasChanges(changes) ? impactText(impact, paint) : '';
  return `${lines.join('\n')}\n${people === '' ? '' : `\n${people}`}`;
}

/** `Project acme, account 111122223333, us-east-2, AWS`. */
export function placeLine({ project, account, target }: Survey): string {
  const where = [
    `Project ${visible(project)}`,
    ...(account === undefined ? [] : [`account ${account}`]),
    target.region,
    visible(target.place),
  ];
  return where.join(', ');
}

/** What would change, by person, plan, schedule and rotation; an empty line after each. */
export function changesLines(changes: readonly Change[], paint: Paint): readonly string[] {
  return groupsOf(changes).flatMap((group) => {
    const width = Math.min(widest, Math.max(...group.changes.map((each) => titleOf(each).length)));
    return [
      paint.strong(visible(heading(group.owner))),
      ...group.changes.flatMap((change) => changeLines(change, width, paint)),
      '',
    ];
  });
}

/** How many changes of each action there are; what is kept is no change. */
export function countActions(changes: readonly Change[]): Readonly<Record<Action, number>> {
  const counts = { create: 0, update: 0, replace: 0, delete: 0, adopt: 0, blocked: 0, kept: 0 };
  for (const { action } of changes) counts[action] += 1;
  return counts;
}

export function hasChanges(changes: readonly Change[]): boolean {
  return changes.some(({ action }) => action !== 'kept');
}

/** `2 to create, 1 to delete`. */
export function countsText(changes: readonly Change[]): string {
  const { create, update, replace, adopt, blocked, delete: deleted } = countActions(changes);
  const counts: readonly [number, string][] = [
    [create, 'to create'],
    [update, 'to update'],
    [replace, 'to replace'],
    [deleted, 'to delete'],
    [adopt, 'to adopt'],
    [blocked, 'blocked'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ');
}

const symbols: Readonly<Record<Action, string>> = {
  create: '+',
  update: '~',
  replace: '-/+',
  delete: '-',
  adopt: '=',
  blocked: '!',
  kept: 'k',
};

/** Titles longer than this do not push what stands beside the others further to the right. */
const widest = 30;

/** `contact bob "Bob", alias bobby`, much as in the files. */
function heading({ kind, name, label, alias }: Subject): string {
  const shown = label === undefined || label === '' ? '' : ` "${label}"`;
  return `${kind} ${name}${shown}${alias === undefined ? '' : `, alias ${alias}`}`;
}

/** What stands under its own heading needs no name. */
function titleOf({ id, of, subject }: Change): string {
  const { kind, name } = subject;
  if (id === of) return kind;
  return `${kind} ${/^[\w:-]+$/.test(name) ? name : `"${name}"`}`;
}

function changeLines(change: Change, width: number, paint: Paint): readonly string[] {
  const { action, reasons } = change;
  const title = visible(titleOf(change));
  const head = `  ${symbols[action].padStart(3)} ${action.padEnd(7)} ${title}`;
  const [only, ...more] = reasons;
  if (only === undefined) return [colourOf(action, paint)(head)];
  const lines = reasons.map((reason) => visible(describeReason(reason)));
  if (more.length > 0 || only.kind === 'property') {
    return [colourOf(action, paint)(head), ...lines.map((line) => `${indent}${line}`)];
  }
  const gap = ' '.repeat(Math.max(0, width - title.length) + 2);
  return [`${colourOf(action, paint)(head)}${gap}${lines.join('')}`];
}

const indent = ' '.repeat(14);

function colourOf(action: Action, paint: Paint): (text: string) => string {
  if (action === 'create') return paint.good;
  if (action === 'kept') return paint.quiet;
  return action === 'delete' || action === 'replace' || action === 'blocked'
    ? paint.error
    : paint.warning;
}

interface Group {
  readonly owner: Subject;
  readonly changes: readonly Change[];
}

/** In the order in which the groups first appear. */
function groupsOf(changes: readonly Change[]): readonly Group[] {
  const groups = new Map<string, { owner: Subject; changes: Change[] }>();
  for (const change of changes) {
    const group = groups.get(change.of);
    if (group === undefined) groups.set(change.of, { owner: change.owner, changes: [change] });
    else group.changes.push(change);
  }
  return [...groups.values()];
}
