import { addressProblem } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import { lower, projectName } from '../../src/index.ts';
import { buildModel, type ModelSpec } from '../model-builder.ts';

const variables: Readonly<Record<string, string>> = {
  ALICE_SMS: '+12065550100',
  BROKEN: 'not an address',
  ACCOUNT: '111122223333',
  REGION: 'eu-west-1',
  DIRECTOR: 'arn:aws:ssm-contacts:eu-west-1:111122223333:contact/director',
};

function lowered(spec: ModelSpec, flags: { account?: string; region?: string } = {}) {
  return lower(buildModel(spec), { ...flags, variable: (name) => variables[name] });
}

const withAddress = (address: string): ModelSpec => ({
  contacts: [{ name: 'alice', channels: [{ name: 'text', type: 'sms', address }] }],
});

describe('lower', () => {
  it('makes people reachable before anything can page them, else in the order of the files', () => {
    const { resources, findings } = lowered({
      contacts: ['bob', 'alice'].map((name) => ({
        name,
        channels: [{ name: 'phone', type: 'voice', address: '+12065550100' }],
        stages: [[5, 'phone']],
      })),
      plans: [{ name: 'sre', stages: [[5, 'weekly', 'alice']] }],
      schedules: [{ name: 'weekly', rotations: ['primary'] }],
      rotations: [
        {
          name: 'primary',
          members: ['alice', 'bob'],
          overrides: [{ start: 0, end: 3600, written: '1970-01-01T00:00', members: [] }],
        },
      ],
    });
    expect(findings).toEqual([]);
    expect(resources.map((resource) => resource.id)).toEqual([
      'contact/bob',
      'contact/alice',
      'channel/bob/phone',
      'channel/alice/phone',
      'engagement-plan/bob',
      'engagement-plan/alice',
      'rotation/primary',
      'override/primary/1970-01-01T00:00',
      'schedule/weekly',
      'plan/sre',
    ]);
  });

  it('looks variables up', () => {
    const { resources } = lowered(withAddress('$ALICE_SMS'));
    expect(resources[1]?.input).toMatchObject({
      DeliveryAddress: { SimpleAddress: '+12065550100' },
    });
  });

  it('finds a variable that is not set, once, with the other places related', () => {
    const { resources, findings } = lowered({
      contacts: [
        { name: 'alice', channels: [{ name: 'text', type: 'sms', address: '$UNSET' }] },
        { name: 'bob', channels: [{ name: 'phone', type: 'voice', address: '$UNSET' }] },
      ],
    });
    expect(resources).toEqual([]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'unset-variable',
      origin: { piece: { text: '$UNSET' } },
      related: [{ origin: { piece: { text: '$UNSET' } } }],
    });
    expect(findings[0]?.message).toContain('$UNSET is not set');
  });

  it('checks the value of a variable as text, and never shows it', () => {
    expect(addressProblem('sms', 'not an address')).toBe('invalid-phone-number');
    const { findings } = lowered(withAddress('$BROKEN'));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'invalid-phone-number', severity: 'error' });
    expect(findings[0]?.message).toContain('$BROKEN');
    expect(JSON.stringify(findings)).not.toContain('not an address');
  });

  it.each([
    [
      'email',
      {
        contacts:
          withAddress('').contacts?.map((contact) => ({
            ...contact,
            channels: [{ name: 'mail', type: 'email' as const, address: '$BROKEN' }],
          })) ?? [],
      },
      'invalid-email',
    ],
    ['account', { project: { account: '$BROKEN' } }, 'invalid-account'],
    ['region', { project: { region: '$BROKEN' } }, 'invalid-region'],
    [
      'extern',
      {
        externs: { director: '$BROKEN' },
        plans: [{ name: 'sre', stages: [[5, 'director']] }],
      },
      'invalid-arn',
    ],
  ] as [string, ModelSpec, string][])('checks a variable as %s', (_, spec, code) => {
    expect(lowered(spec).findings.map((each) => each.code)).toEqual([code]);
  });

  it('writes the ARN of an extern where it is named, and asks for none that nobody names', () => {
    const named = lowered({
      externs: { director: '$DIRECTOR', nobody: '$UNSET' },
      plans: [{ name: 'sre', stages: [[5, 'director']] }],
    });
    expect(named.findings).toEqual([]);
    expect(named.resources[0]?.input).toMatchObject({
      Plan: {
        Stages: [{ Targets: [{ ContactTargetInfo: { ContactId: variables['DIRECTOR'] } }] }],
      },
    });
    expect(named.resources[0]?.uses).toEqual([]);
  });

  it("takes the project's account and Region, else the caller's", () => {
    const flags = { account: '999999999999', region: 'cn-north-1' };
    expect(lowered({}, flags)).toMatchObject(flags);
    const written = { project: { account: '$ACCOUNT', region: '$REGION' } };
    expect(lowered(written, flags)).toMatchObject({
      account: '111122223333',
      region: 'eu-west-1',
    });
    expect(lowered({})).toMatchObject({ account: undefined, region: undefined });
  });

  it('counts the tags that a resource has in the end', () => {
    const tags = (count: number, prefix: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, 'x']));
    const withTags = (own: number): ModelSpec => ({
      project: { tags: tags(10, 'shared') },
      contacts: [{ name: 'alice', tags: tags(own, 'own') }],
    });
    expect(lowered(withTags(39)).findings).toEqual([]);
    const { findings } = lowered(withTags(40));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'invalid-tag',
      origin: { piece: { text: 'contact alice' } },
    });
    expect(findings[0]?.message).toContain('51 tags');
  });
});

describe('projectName', () => {
  it('is default where no project is declared', () => {
    expect(projectName(buildModel({}))).toBe('default');
    expect(projectName(buildModel({ project: { name: 'acme' } }))).toBe('acme');
  });
});
