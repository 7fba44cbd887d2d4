// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how the place of an ARN is printed.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, lower } from '../src/index.ts';
import { arbitraryModel } from './arbitrary-model.ts';
import { buildModel, type ModelSpec } from './model-builder.ts';
import { project } from './plans.ts';

const arn = (alias: string) => `arn:aws:ssm-contacts:us-east-2:111122223333:contact/${alias}`;

function requestsOf(spec: ModelSpec) {
  return compile(lower(buildModel(spec), { variable: () => undefined }).resources);
}

const acme: ModelSpec = {
  contacts: [
    {
      name: 'alice',
      channels: [{ name: 'phone', type: 'voice', address: '+12065550100' }],
      stages: [[5, 'phone']],
    },
  ],
  rotations: [
    {
      name: 'primary',
      members: ['alice'],
      overrides: [{ start: 0, end: 3600, written: '1970-01-01T00:00', members: ['alice'] }],
    },
  ],
  schedules: [{ name: 'weekly', displayName: '${contact/alice}', rotations: ['primary'] }],
  plans: [{ name: 'sre', stages: [[5, 'weekly']] }],
};

describe('compile', () => {
  it('writes out ARNs that are known, and places of those that are not', () => {
    const requests = requestsOf({ project, ...acme });
    expect(requests.map(({ id, after }) => [id, after])).toEqual([
      ['contact/alice', []],
      ['channel/alice/phone', ['contact/alice']],
      ['engagement-plan/alice', ['contact/alice', 'channel/alice/phone']],
      ['rotation/primary', ['contact/alice']],
      ['override/primary/1970-01-01T00:00', ['rotation/primary', 'contact/alice']],
      ['schedule/weekly', ['rotation/primary']],
      ['plan/sre', ['schedule/weekly']],
    ]);
    expect(requests.map((request) => request.input).slice(1)).toMatchObject([
      { ContactId: arn('alice') },
      {
        ContactId: arn('alice'),
        Plan: {
          Stages: [
            { Targets: [{ ChannelTargetInfo: { ContactChannelId: '${channel/alice/phone}' } }] },
          ],
        },
      },
      { ContactIds: [arn('alice')] },
      { RotationId: '${rotation/primary}', NewContactIds: [arn('alice')] },
      { DisplayName: '${contact/alice}', Plan: { RotationIds: ['${rotation/primary}'] } },
      { Plan: { Stages: [{ Targets: [{ ContactTargetInfo: { ContactId: arn('weekly') } }] }] } },
    ]);
  });

  it('has places for all ARNs where account or Region is not known', () => {
    const requests = requestsOf({ project: { region: 'us-east-2' }, ...acme });
    expect(requests[1]?.input).toMatchObject({ ContactId: '${contact/alice}' });
    expect(requests[6]?.input).toMatchObject({
      Plan: { Stages: [{ Targets: [{ ContactTargetInfo: { ContactId: '${schedule/weekly}' } }] }] },
    });
  });

  it('puts every request after those whose ARNs it has', () => {
    fc.assert(
      fc.property(arbitraryModel, (spec) => {
        const seen = new Set<string>();
        for (const { id, input, after } of requestsOf(spec)) {
          for (const other of after) expect(seen).toContain(other);
          const places = JSON.stringify(input).matchAll(/"\$\{([^}]*)\}"/g);
          for (const [, place] of places) expect(after).toContain(place);
          expect(seen).not.toContain(id);
          seen.add(id);
        }
      }),
    );
  });

  it('tells where a request comes from', () => {
    expect(requestsOf(acme)[0]).toMatchObject({
      origin: { piece: { text: 'contact alice' } },
      origins: { Alias: { piece: { text: 'contact alice' } } },
    });
  });
});

const data = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const read = (name: string) => JSON.parse(readFileSync(`${data}/${name}`, 'utf8'));

describe.skipIf(!existsSync(data))('compile, held against what AWS publishes', () => {
  it('makes the requests of the examples', () => {
    const { examples } = read('ssm-contacts-examples-1.json');
    const sample = (operation: string) => examples[operation][0].input;
    const [contact, channel] = requestsOf({
      project: { account: '111122223333', region: 'us-east-1' },
      contacts: [
        {
          name: 'akuam',
          displayName: 'Akua Mansa',
          channels: [
            { name: 'text', label: 'akuas sms-test', type: 'sms', address: '+15005550199' },
          ],
        },
      ],
    });
    expect(contact?.input).toEqual({
      ...sample('CreateContact'),
      Tags: [{ Key: 'oncall/project', Value: 'acme' }],
    });
    expect(channel?.input).toEqual(sample('CreateContactChannel'));

    const names = ['text', 'voice', 'mail'];
    const update = requestsOf({
      project: { account: '111122223333', region: 'us-east-2' },
      contacts: [
        {
          name: 'akuam',
          channels: names.map((name) => ({ name, type: 'voice', address: '+15005550199' })),
          stages: names.map((name) => [5, `${name} retry 1`]),
        },
      ],
    }).at(-1);
    const wanted = sample('UpdateContact');
    for (const [index, name] of names.entries()) {
      const [target] = wanted.Plan.Stages[index].Targets;
      target.ChannelTargetInfo.ContactChannelId = `\${channel/akuam/${name}}`;
    }
    expect(update?.input).toEqual(wanted);
  });

  it('makes requests that the model of the service knows', () => {
    const model = read('ssm-contacts-service-2.json');
    fc.assert(
      fc.property(arbitraryModel, (spec) => {
        const known = { ...spec, project: { ...spec.project, ...project } };
        for (const { operation, input } of requestsOf(known)) {
          expect(violations(model, model.operations[operation].input.shape, input)).toEqual([]);
        }
      }),
    );
  });
});

interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
}

/** Where an input breaks a shape of the service's model. */
function violations(
  model: { readonly shapes: Readonly<Record<string, Shape>> },
  name: string,
  value: unknown,
  path = '',
): readonly string[] {
  const shape = model.shapes[name];
  if (shape === undefined) return [`${path}: no shape ${name}`];
  const within = (next: string, part: unknown, member: string) =>
    violations(model, next, part, `${path}.${member}`);
  const size = typeof value === 'number' ? value : Object.keys(Object(value)).length;
  const broken = (shape.min ?? size) > size || (shape.max ?? size) < size ? [`${path}: size`] : [];
  switch (shape.type) {
    case 'structure': {
      const members = Object.entries(value as object);
      const missing = (shape.required ?? []).filter(
        (member) => !members.some(([present]) => present === member),
      );
      return [
        ...missing.map((member) => `${path}.${member}: missing`),
        ...members.flatMap(([member, part]) => {
          const next = shape.members?.[member]?.shape;
          return next === undefined ? [`${path}.${member}: unknown`] : within(next, part, member);
        }),
      ];
    }
    case 'list': {
      const next = shape.member?.shape ?? '';
      const items = value as readonly unknown[];
      return [...broken, ...items.flatMap((item, index) => within(next, item, String(index)))];
    }
    case 'map':
      return Object.entries(value as object).flatMap(([key, part]) => [
        ...within(shape.key?.shape ?? '', key, key),
        ...within(shape.value?.shape ?? '', part, key),
      ]);
    case 'string': {
      const text = String(value);
      const isPlace = /^\$\{.*\}$/.test(text);
      const fits = isPlace || new RegExp(shape.pattern ?? '', 'u').test(text);
      const listed = shape.enum === undefined || shape.enum.includes(text);
      return typeof value === 'string' && fits && listed ? broken : [`${path}: ${text}`];
    }
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path}: no boolean`];
    default:
      return typeof value === 'number' ? broken : [`${path}: no number`];
  }
}
