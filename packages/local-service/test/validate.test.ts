import { describe, expect, it } from 'vitest';
import type { ShapeName } from '../src/model/shapes.ts';
import { validate } from '../src/model/validate.ts';

const ARN = 'arn:aws:ssm-contacts:us-east-1:111122223333:contact/alice';

const contact = { Alias: 'alice', Type: 'PERSONAL', Plan: { Stages: [] } };

/** A name for the case, the shape, the value, and the paths that are refused. */
const cases: readonly (readonly [string, ShapeName, unknown, readonly string[]])[] = [
  ['a valid request', 'CreateContactRequest', contact, []],
  ['no object', 'CreateContactRequest', [], ['']],
  ['nothing', 'CreateContactRequest', undefined, ['']],
  ['required members', 'CreateContactRequest', {}, ['Alias', 'Type', 'Plan']],
  ['an unknown member', 'CreateContactRequest', { ...contact, Colour: 'red' }, ['Colour']],
  ['a member of Object', 'CreateContactRequest', { ...contact, toString: 1 }, ['toString']],
  ['a string that is a number', 'ContactAlias', 5, ['']],
  ['a string too short', 'ContactAlias', '', ['']],
  ['a string of the least length', 'ContactAlias', 'a', []],
  ['a string of the most length', 'ContactAlias', 'a'.repeat(255), []],
  ['a string too long', 'ContactAlias', 'a'.repeat(256), ['']],
  ['characters beyond 16 bits count once', 'ContactName', '𝒜'.repeat(255), []],
  ['a pattern', 'ContactAlias', 'Alice', ['']],
  ['a pattern up to its end', 'ContactAlias', 'alice\n', ['']],
  ['letters of any script', 'ContactName', 'Ákos Żółć 山田', []],
  ['a sign among letters', 'ContactName', 'Alice!', ['']],
  ['an ARN', 'SsmContactsArn', ARN, []],
  ['an ARN of another partition', 'SsmContactsArn', ARN.replace('aws', 'aws-us-gov'), []],
  ['an ARN that is not at the start', 'SsmContactsArn', `x${ARN}`, ['']],
  ['an alias for an ARN', 'SsmContactsArn', 'alice', ['']],
  ['a long ARN, in little time', 'SsmContactsArn', `${ARN}${'a'.repeat(1900)}!`, []],
  ['a UUID', 'Uuid', '3941dad2-d1cb-4f0e-abf7-406093714530', []],
  ['no UUID', 'Uuid', '3941dad2-d1cb-4f0e-abf7-40609371453_', ['']],
  ['a policy that begins with a line end', 'Policy', '\n{}', []],
  ['an enum', 'ContactType', 'PERSONAL', []],
  ['no enum', 'ContactType', 'personal', ['']],
  ['an enum that is no string', 'ContactType', 1, ['']],
  ['an integer below', 'DayOfMonth', 0, ['']],
  ['the least integer', 'DayOfMonth', 1, []],
  ['the most integer', 'DayOfMonth', 31, []],
  ['an integer above', 'DayOfMonth', 32, ['']],
  ['a fraction', 'DayOfMonth', 1.5, ['']],
  ['a string for an integer', 'DayOfMonth', '1', ['']],
  ['an integer beyond 32 bits', 'NumberOfOnCalls', 2 ** 31, ['']],
  ['a boolean', 'IsEssential', false, []],
  ['a string for a boolean', 'IsEssential', 'true', ['']],
  ['an instant', 'DateTime', 1_796_115_600.5, []],
  ['a text for an instant', 'DateTime', '2026-01-05T09:00:00Z', ['']],
  ['an instant beyond all calendars', 'DateTime', 1e20, ['']],
  ['no list', 'TagsList', {}, ['']],
  ['a list too short', 'RotationContactsArnList', [], ['']],
  ['a list too long', 'RotationContactsArnList', Array(31).fill(ARN), ['']],
  ['items of a list', 'RotationContactsArnList', [ARN, 'bob', 5], ['[1]', '[2]']],
  ['an item that is null', 'StagesList', [undefined], ['[0]']],
  ['no map', 'ShiftCoveragesMap', [], ['']],
  ['keys of a map', 'ShiftCoveragesMap', { Monday: [] }, ['Monday']],
  [
    'paths',
    'CreateContactRequest',
    {
      ...contact,
      Plan: {
        Stages: [
          { DurationInMinutes: 5, Targets: [] },
          { DurationInMinutes: 31, Targets: [{ ChannelTargetInfo: { Retry: 1 } }] },
        ],
      },
      Tags: [{ Key: 'a:b', Value: '' }],
    },
    [
      'Plan.Stages[1].DurationInMinutes',
      'Plan.Stages[1].Targets[0].ChannelTargetInfo.ContactChannelId',
      'Plan.Stages[1].Targets[0].ChannelTargetInfo.Retry',
      'Tags[0].Key',
      'Tags[0].Value',
    ],
  ],
  ['a character that cuts texts', 'Content', 'a\0b', ['']],
];

describe('validate', () => {
  it.each(cases)('%s', (_name, shape, value, paths) => {
    expect(validate(shape, value).map((field) => field.Name)).toEqual(paths);
  });

  it('says what is wrong, and not what was sent', () => {
    expect(validate('SimpleAddress', '+12065550100'.repeat(30))).toEqual([
      { Name: '', Message: 'must have at most 320 characters' },
    ]);
    expect(validate('ContactType', '+12065550100')[0]?.Message).toBe(
      'must be one of PERSONAL, ESCALATION, ONCALL_SCHEDULE',
    );
  });
});
