/** What the changes of a plan do to people, as plan and apply tell it. */
import { type Impact, impact } from '@oncall/simulator';
import type { Invocation } from '../command-line/command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import type { Survey } from './survey.ts';

export interface PeopleImpact extends Impact {
  readonly days: number;
  /** Whether there is any rotation, before or after. */
  readonly hasRotations: boolean;
}

/** How far ahead to look: the option, or 30 days. As far as overrides are read, and not further. */
export function impactDays(invocation: Invocation): number {
  return wholeNumber(invocation, 'impact-days', { least: 1, most: 365 }) ?? 30;
}

export function peopleImpact({ duties, now }: Survey, days: number): PeopleImpact {
  const { before, after } = duties;
  // Nobody is relieved within a minute, and seconds would only be in the way.
  const minute = Math.floor(now / 60) * 60;
  return {
    ...impact(before, after, minute, days),
    days,
    hasRotations: before.rotations.size > 0 || after.rotations.size > 0,
  };
}
