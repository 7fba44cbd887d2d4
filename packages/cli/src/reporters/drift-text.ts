import type { Drifted, Side } from '@oncall/compiler';
import type { Survey } from '../deployment/survey.ts';
import type { Paint } from '../terminal/paint.ts';
import { changesLines, placeLine } from './plan-text.ts';

/** Drift for people: by who changed it, each with what apply would do about it, and how much. */
export function driftText(survey: Survey, drifted: readonly Drifted[], paint: Paint): string {
  const lines = [paint.strong(placeLine(survey)), ''];
  for (const [side, title] of Object.entries(titles) as [Side, string][]) {
    const changes = drifted.filter((each) => each.side === side).map(({ change }) => change);
    if (changes.length > 0) lines.push(paint.strong(title), '', ...changesLines(changes, paint));
  }
  lines.push(paint.strong(summary(drifted)));
  return `${lines.join('\n')}\n`;
}

/** What people made by hand and is left alone is no drift. */
export function hasDrifted(drifted: readonly Drifted[]): boolean {
  return drifted.some(({ change }) => change.action !== 'kept');
}

/** How many of each; what is kept is not counted. */
export function countSides(drifted: readonly Drifted[]): Readonly<Record<Side, number>> {
  const counts = { account: 0, files: 0, both: 0, hand: 0, unknown: 0 };
  for (const { side, change } of drifted) if (change.action !== 'kept') counts[side] += 1;
  return counts;
}

const titles: Readonly<Record<Side, string>> = {
  account: 'CHANGED IN THE ACCOUNT since it was last seen from here; apply takes it back:',
  files: 'CHANGED IN THE FILES; apply makes it so:',
  both: 'CHANGED ON BOTH SIDES; apply takes what the files say:',
  hand: 'MADE BY HAND, and left alone:',
  unknown: 'DIFFERENT, and it is not known who changed it; apply takes what the files say:',
};

function summary(drifted: readonly Drifted[]): string {
  if (!hasDrifted(drifted)) return 'No drift: the account is as the files say.';
  const { account, files, both, hand, unknown } = countSides(drifted);
  const counts: readonly [number, string][] = [
    [account, 'changed in the account'],
    [files, 'changed in the files'],
    [both, 'changed on both sides'],
    [hand, 'made by hand'],
    [unknown, 'not known who'],
  ];
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `Drift: ${told.join(', ')}.`;
}
