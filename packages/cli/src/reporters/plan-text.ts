import { type Action, type Change, describeReason } from '@oncall/compiler';
import type { Survey } from '../deployment/survey.ts';
import type { Paint } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';

/** A plan for people: what would change, by person, plan, schedule and rotation, and why. */
export function planText(survey: Survey, paint: Paint): string {
  const { project, account, target, changes } = survey;
  const where = [
    `Project ${visible(project)}`,
    ...(account === undefined ? [] : [`account ${account}`]),
    target.region,
    visible(target.place),
  ];
  const lines = [paint.strong(where.join(', ')), ''];
  for (const [of, group] of groupBy(changes)) {
    lines.push(paint.strong(visible(of)));
    for (const change of group) lines.push(...changeLines(change, paint));
    lines.push('');
  }
  lines.push(paint.strong(summaryLine(changes)));
  return `${lines.join('\n')}\n`;
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

function summaryLine(changes: readonly Change[]): string {
  if (!hasChanges(changes)) return 'Nothing to do: the account is as the files say.';
  const { create, update, replace, adopt, blocked, delete: deleted } = countActions(changes);
  const counts: readonly [number, string][] = [
    [create, 'to create'],
    [update, 'to update'],
    [replace, 'to replace'],
    [deleted, 'to delete'],
    [adopt, 'to adopt'],
    [blocked, 'blocked'],
  ];
  return `Plan: ${counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ')}.`;
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

function changeLines(change: Change, paint: Paint): readonly string[] {
  const { action, id, reasons } = change;
  const head = `  ${symbols[action].padStart(3)} ${action.padEnd(7)} ${visible(id)}`;
  const [only, ...more] = reasons;
  if (only?.kind === 'note' && more.length === 0) {
    return [`${colourOf(action, paint)(head)}  ${paint.quiet(visible(only.text))}`];
  }
  return [
    colourOf(action, paint)(head),
    ...reasons.map((reason) => `              ${visible(describeReason(reason))}`),
  ];
}

function colourOf(action: Action, paint: Paint): (text: string) => string {
  if (action === 'create') return paint.good;
  if (action === 'kept') return paint.quiet;
  return action === 'delete' || action === 'replace' || action === 'blocked'
    ? paint.error
    : paint.warning;
}

/** In the order in which the groups first appear. */
function groupBy(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.of);
    if (group === undefined) groups.set(change.of, [change]);
    else group.push(change);
  }
  return groups;
}
