import type { Code, Rule } from '@oncall/language';
import { coverageGap } from './coverage-gap.ts';
import { duplicateMember } from './duplicate-member.ts';
import { handOffAtClockChange } from './hand-off-at-clock-change.ts';
import { longShift } from './long-shift.ts';
import { mixedZones } from './mixed-zones.ts';
import { overrideByOutsider } from './override-by-outsider.ts';
import { pastOverride } from './past-override.ts';
import { samePersonTwice } from './same-person-twice.ts';
import { shortMonthHandOff } from './short-month-hand-off.ts';
import { singleMember } from './single-member.ts';
import { starvedMember } from './starved-member.ts';

/**
 * Every rule about time, in the order of the catalogue, for `analyze`: those of the language need
 * neither shifts nor a clock. Takes epoch seconds; the same again gives the same array.
 */
export function timeRules(now: number): readonly Rule[] {
  if (last?.now !== now) last = { now, rules: rulesAt(now) };
  return last.rules;
}

let last: { readonly now: number; readonly rules: readonly Rule[] } | undefined;

function rulesAt(now: number): readonly Rule[] {
  return [
    coverageGap(now),
    starvedMember,
    samePersonTwice(now),
    mixedZones(now),
    handOffAtClockChange(now),
    shortMonthHandOff,
    duplicateMember,
    singleMember,
    pastOverride(now),
    overrideByOutsider,
    longShift(now),
  ];
}

/** Of the rules that read shifts, which AWS describes in words only: what they tell is an estimate. */
export const estimatedCodes: ReadonlySet<Code> = new Set([
  'coverage-gap',
  'starved-member',
  'same-person-twice',
  'hand-off-at-clock-change',
  'short-month-hand-off',
  'long-shift',
]);
