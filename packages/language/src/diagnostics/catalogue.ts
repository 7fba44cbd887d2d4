/**
 * Every diagnostic there is: its code, which is for good, its severity unless a project changes
 * it, and its message: a sentence that says what is wrong and one that says what to do.
 */

import { aboutPeople } from './about-people.ts';
import { aboutTime } from './about-time.ts';
import { type Entry, error, type Severity, warning } from './entry.ts';

export type { Severity } from './entry.ts';

type Named = { readonly name: string };
type Nearest = { readonly name: string; readonly nearest: string | undefined };

const didYouMean = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Did you mean ${nearest}?`;

export const catalogue = {
  // Text and tree
  'invalid-encoding': error(() => 'This file is not UTF-8 from here on. Save it as UTF-8.'),
  'unexpected-character': error(
    ({ characters }: { readonly characters: string }) =>
      `${characters} has no meaning here. Remove it, or put it between quotes.`,
  ),
  'unterminated-string': error(
    () => 'This string has no closing quote on its line. Add a " where it ends.',
  ),
  'invalid-escape': error(
    ({ written }: { readonly written: string }) =>
      `${written} is no escape. Write \\" \\\\ \\n \\t or \\u{HEX}.`,
  ),
  'invalid-token': error(
    ({ written, meant, example }: { written: string; meant: string; example: string }) =>
      `${written} is no ${meant}. Write it like ${example}.`,
  ),
  'unexpected-token': error(
    ({
      found,
      expected,
      nearest,
    }: {
      found: string;
      expected: string;
      nearest: string | undefined;
    }) =>
      found === ''
        ? `Something is missing at the end. Add ${expected}.`
        : `${found} can't stand here. ${didYouMean(nearest, `Write ${expected} here.`)}`,
  ),
  'unclosed-block': error(() => 'This block is never closed. Add the > that ends it.'),
  'unexpected-close': error(() => 'This > closes nothing. Remove it.'),

  // Names
  'invalid-name': error(
    ({ name, why }: { name: string; why: string }) => `${name} is no name: ${why}`,
  ),
  'invalid-alias': error(
    ({ alias }: { readonly alias: string }) =>
      `"${alias}" is no alias. Use 1 to 255 of a to z, 0 to 9, _ and -.`,
  ),
  'duplicate-name': error(
    ({ kind, name }: { kind: string; name: string }) =>
      `There is ${kind === 'extern' ? 'an' : 'a'} ${kind} ${name} already. Give this one another name.`,
  ),
  'duplicate-item': error(
    ({ item, block }: { item: string; block: string }) =>
      `${item} may stand once in ${block}. Remove one of the two.`,
  ),
  'missing-item': error(
    ({ block, missing }: { block: string; missing: string }) =>
      `${block} lacks ${missing}. Add what is missing.`,
  ),
  'dangling-contact': error(
    ({ name, nearest }: Nearest) =>
      `No contact is named ${name}. ${didYouMean(nearest, `Declare it: contact ${name} < … >.`)}`,
  ),
  'dangling-rotation': error(
    ({ name, nearest }: Nearest) =>
      `No rotation is named ${name}. ${didYouMean(nearest, `Declare it: rotation ${name} < … >.`)}`,
  ),
  'dangling-channel': error(
    ({ name, contact, nearest }: Nearest & { readonly contact: string }) =>
      `Contact ${contact} has no channel ${name}. ${didYouMean(nearest, `Add it: channel ${name} voice "+…".`)}`,
  ),
  'dangling-template': error(
    ({ name, nearest }: Nearest) =>
      `No template is named ${name}. ${didYouMean(nearest, `Declare it: template ${name} < … >.`)}`,
  ),
  'wrong-kind': error(
    ({ found, wanted }: { found: string; wanted: string }) =>
      `${found} can't stand here. Name ${wanted}.`,
  ),

  // Values
  'empty-zero-stage': error(
    () => 'A stage of 0 minutes without a target does nothing. Add a target or a duration.',
  ),
  'stage-too-long': error(
    ({ minutes }: { readonly minutes: number }) =>
      `A stage of ${minutes} minutes is too long: at most 30 are allowed. Split it into stages that wait.`,
  ),
  'retry-out-of-range': error(
    ({ minutes }: { readonly minutes: number }) =>
      `A retry every ${minutes} minutes is too slow. Use 0 to 60 minutes.`,
  ),
  'fractional-minutes': error(
    ({ written }: { readonly written: string }) =>
      `${written} is no whole number of minutes. Round it down or up.`,
  ),
  'invalid-phone-number': error(
    ({ subject }: { readonly subject: string }) =>
      `${subject} is no phone number. Write + and the country code, 8 to 15 digits in all.`,
  ),
  'invalid-email': error(
    ({ subject }: { readonly subject: string }) =>
      `${subject} is no email address. Write a name, @ and a domain.`,
  ),
  'invalid-arn': error(
    ({ subject }: { readonly subject: string }) =>
      `${subject} is no contact's ARN. Write one like arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice.`,
  ),
  'invalid-account': error(
    ({ subject }: { readonly subject: string }) =>
      `${subject} is no account number. Write its 12 digits.`,
  ),
  'invalid-region': error(
    ({ subject }: { readonly subject: string }) =>
      `${subject} is no Region. Write one like us-east-2.`,
  ),
  'invalid-display-name': error(
    ({ written, why }: { written: string; why: string }) =>
      `${written} can't be shown as a name: ${why}`,
  ),
  'invalid-tag': error(({ why }: { readonly why: string }) => why),
  'unknown-time-zone': error(({ name, nearest }: Nearest) =>
    name.includes('+')
      ? `AWS takes no zone with a + in its name, such as "${name}". Write one like America/New_York.`
      : `"${name}" is no IANA time zone. ${didYouMean(nearest, 'Write one like America/New_York.')}`,
  ),
  'number-out-of-range': error(
    ({ item, written, range }: { item: string; written: string; range: string }) =>
      `${item} can't be ${written}. Use ${range}.`,
  ),
  'too-many-on-call': error(
    ({ onCall, members }: { onCall: number; members: number }) =>
      `${onCall} can't be on call at once of ${members}. Lower on-call or add members.`,
  ),
  'too-many-members': error(
    ({ count }: { readonly count: number }) =>
      `A rotation has 30 members at most, and this names ${count}. Split the rotation.`,
  ),
  'too-many-rotations': error(
    ({ count }: { readonly count: number }) =>
      `A schedule has 8 rotations at most, and this has ${count}. Split the schedule.`,
  ),
  'short-window': error(
    ({ minutes }: { readonly minutes: number }) =>
      `A window of ${minutes} minutes is too short. Cover 30 minutes or more.`,
  ),
  'reversed-range': error(({ why }: { readonly why: string }) => why),
  'overlapping-overrides': error(
    () => 'This override overlaps another of its rotation. Let one end where the other starts.',
  ),
  'overlapping-coverage': error(
    () => 'This window overlaps another of its rotation. Let one end where the other starts.',
  ),
  'time-does-not-exist': warning(
    ({ written, zone, taken }: { written: string; zone: string; taken: string }) =>
      `Clocks in ${zone} skip ${written}, so ${taken} is taken. Write a time that exists, or one with its offset.`,
  ),
  'time-is-ambiguous': warning(
    ({ written, zone, taken }: { written: string; zone: string; taken: string }) =>
      `Clocks in ${zone} show ${written} twice, and the first, ${taken}, is taken. Write the offset to say which.`,
  ),
  'unset-variable': error(
    ({ name }: Named) =>
      `$${name} is not set. Set it in the environment or in oncall.env, or give --var ${name}=VALUE.`,
  ),

  // Rules about people being reached
  ...aboutPeople,

  // Rules about time
  ...aboutTime,

  // Comments that silence
  'ignore-without-reason': warning(
    ({ code }: { readonly code: string }) =>
      `This silences ${code} and does not say why. Write # oncall-ignore ${code}: and the reason.`,
  ),
  'unknown-code': warning(({ code, why }: { code: string; why: string }) => `${code} ${why}`),
  'unused-ignore': warning(
    ({ code }: { readonly code: string }) =>
      `There is no ${code} here to silence. Remove this comment.`,
  ),
} as const;

export type Code = keyof typeof catalogue;

export type Parameters<C extends Code> = (typeof catalogue)[C] extends Entry<infer P> ? P : never;

/** Every code, in the order of the catalogue. */
export const codes = Object.keys(catalogue) as readonly Code[];

/** Codes that are told only where a project sets their level. */
export const codesOffUnlessSet: ReadonlySet<Code> = new Set(
  codes.filter((code) => (catalogue[code] as Entry<never>).offUnlessSet),
);

/** What a code counts as, unless a project sets something else. */
export function severityOf(code: Code): Severity {
  return catalogue[code].severity;
}
