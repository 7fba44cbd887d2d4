/**
 * The codes about time. What they say is worked out by rules that the language does not have: it
 * knows neither shifts nor what time it is.
 */
import { info, warning } from './entry.ts';

export const aboutTime = {
  'coverage-gap': warning(
    ({ name, share, gaps, zone }: { name: string; share: string; gaps: string; zone: string }) =>
      `Nobody is on call in ${name} for ${share} of 12 months, first ${gaps} (${zone}). Add a rotation, or widen cover.`,
  ),
  'starved-member': warning(
    ({ name }: { readonly name: string }) =>
      `${name} never has a shift, since cover leaves out each turn of ${name}. Change the hand-offs, or cover.`,
  ),
  'same-person-twice': warning(
    ({ name, one, other, when }: { name: string; one: string; other: string; when: string }) =>
      `${name} is on call in both ${one} and ${other}, first ${when}. Let someone else take one of the two.`,
  ),
  'mixed-zones': warning(
    ({ zones, before, after, date }: Record<'zones' | 'before' | 'after' | 'date', string>) =>
      `${zones} are ${before} apart, but ${after} from ${date} on, so shifts drift. Use one zone, or let windows overlap.`,
  ),
  'hand-off-at-clock-change': warning(
    ({ zone, clocks, taken }: { zone: string; clocks: string; taken: string }) =>
      `Clocks in ${zone} ${clocks}, so this hand-off comes at ${taken} then. Hand off at another time of day.`,
  ),
  'short-month-hand-off': warning(
    ({ days }: { readonly days: string }) =>
      `Some months have no ${days}, and hand off on their last day. Use a day from 1 to 28.`,
  ),
  'duplicate-member': warning(
    ({ name }: { readonly name: string }) =>
      `${name} is a member of this rotation already, and takes two turns. Remove one of the two.`,
  ),
  'single-member': warning(
    ({ name, member }: { name: string; member: string }) =>
      `Nobody in ${name} ever relieves ${member}. Add a member.`,
  ),
  'past-override': warning(
    ({ end, zone }: { end: string; zone: string }) =>
      `This override ended ${end} (${zone}) and changes nothing any more. Remove it.`,
  ),
  'override-by-outsider': warning(
    ({ name, rotation }: { name: string; rotation: string }) =>
      `${name} is no member of ${rotation}, and the AWS console takes members only. Name a member.`,
  ),
  'long-shift': info(
    ({ length }: { readonly length: string }) =>
      `This makes a shift of ${length}, which is more than 7 days. Let someone else take over sooner.`,
  ),
} as const;

export const codesAboutTime: ReadonlySet<string> = new Set(Object.keys(aboutTime));
