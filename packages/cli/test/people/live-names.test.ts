import type { LiveChannel, LiveContact, LiveRotation } from '@oncall/compiler';
import { analyze, createSourceFile } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import { liveNames } from '../../src/people/live-names.ts';

const { model } = analyze([
  createSourceFile(
    'main.oncall',
    `contact ally "Alice" <
  alias "alice"
  channel phone "Work phone" voice "+12065550100"
  channel mail email "alice@example.com"
  stage 5m < notify phone >
>
rotation primary "SRE primary" <
  zone "UTC"
  start 2026-01-05T09:00
  members @ally @boss
  weekly mon 09:00
>
schedule now < rotation @primary >
extern contact boss "arn:aws:ssm-contacts:us-east-2:111122223333:contact/director"
`,
  ),
]);

const arnStart = 'arn:aws:ssm-contacts:us-east-2:111122223333:';

function contact(alias: string, channels: readonly LiveChannel[] = []): LiveContact {
  const rest = {
    type: 'PERSONAL',
    displayName: undefined,
    plan: { Stages: [] },
    tags: {},
  } as const;
  return { arn: `${arnStart}contact/${alias}`, alias, channels, ...rest };
}

function channel(arn: string, name: string, type: LiveChannel['type']): LiveChannel {
  return { arn, name, type, address: '', activated: true };
}

function rotation(arn: string, name: string): LiveRotation {
  const recurrence = { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 };
  const rest = { contactIds: [], startTime: 0, timeZoneId: 'UTC', tags: {}, overrides: [] };
  return { arn, name, recurrence, ...rest };
}

describe('liveNames', () => {
  const live = {
    contacts: [
      contact('alice', [
        channel('by-hand', 'phone', 'VOICE'),
        channel('phone', 'Work phone', 'VOICE'),
        channel('text', 'Work phone', 'SMS'),
        channel('mail', 'mail', 'EMAIL'),
      ]),
      contact('director'),
    ],
    rotations: [rotation('first', 'SRE primary'), rotation('second', 'SRE primary')],
  };
  const names = liveNames(live, model, new Map([['boss', `${arnStart}contact/director`]]));

  it('calls people as the files do, and others by their alias', () => {
    expect(
      ['alice', 'director', 'eve'].map((it) => names.contact(`${arnStart}contact/${it}`)),
    ).toEqual(['ally', 'boss', 'eve']);
  });

  it('gives a name of the files to nobody else', () => {
    const twins = { contacts: [contact('ally'), contact('alice')], rotations: [] };
    const { contact: nameOf } = liveNames(twins, model, new Map());
    expect(twins.contacts.map(({ arn }) => nameOf(arn))).toEqual(['ally (2)', 'ally']);
  });

  it('gives no two channels of a person one name, those of the files first', () => {
    const found = ['phone', 'by-hand', 'text', 'mail', 'gone'].map((arn) => names.channel(arn));
    expect(found).toEqual(['phone', 'phone (2)', 'Work phone', 'mail', undefined]);
  });

  it('tells rotations of one name apart', () => {
    expect(['first', 'second', 'gone'].map((arn) => names.rotation(arn))).toEqual([
      'primary',
      'primary (2)',
      'gone',
    ]);
  });
});
