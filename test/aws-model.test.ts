/** Requests against AWS's own documents: its examples, and its model of the service. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, lower, type Resource, resolve } from '@oncall/compiler';
import { analyze, createSourceFile, type SourceFile } from '@oncall/language';
import { describe, expect, it } from 'vitest';

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const repository = fileURLToPath(new URL('..', import.meta.url));
const missing = !existsSync(data);

describe.skipIf(missing)("AWS's examples come out equal", () => {
  const account = '111122223333';
  const text = `
contact akuam "Akua Mansa" <
  channel first "akuas sms-test" sms "+15005550199"
  channel second voice "+15005550198"
  channel third email "akua@example.com"
  stage 5m < notify first retry 1m >
  stage 5m < notify second retry 1m >
  stage 5m < notify third retry 1m >
>

plan all < stage 15m < notify @akuam > >
`;

  function resourcesIn(region: string): readonly Resource[] {
    const { model, diagnostics } = analyze([createSourceFile('main.oncall', text)]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return lower(model, { account, region, variable: () => undefined }).resources;
  }

  it('create-contact', () => {
    const { Tags, ...input } = inputOf(resourcesIn('us-east-2'), 'contact/akuam');
    expect(Tags).toEqual([{ Key: 'oncall/project', Value: 'default' }]);
    expect(input).toEqual(example('CreateContact'));
  });

  it('create-contact-channel', () => {
    const input = inputOf(resourcesIn('us-east-1'), 'channel/akuam/first');
    expect(input).toEqual(example('CreateContactChannel'));
  });

  it('update-contact', () => {
    const arn = `arn:aws:ssm-contacts:us-east-2:${account}:contact-channel/akuam`;
    const channels = new Map([
      ['channel/akuam/first', `${arn}/beb25840-5ac8-4644-95cc-7a8de390fa65`],
      ['channel/akuam/second', `${arn}/49f3c24d-5f9f-4638-ae25-3f49e04229ad`],
      ['channel/akuam/third', `${arn}/77d4f447-f619-4954-afff-85551e369c2a`],
    ]);
    const input = inputOf(resourcesIn('us-east-2'), 'engagement-plan/akuam', channels);
    expect(input).toEqual(example('UpdateContact'));
  });
});

describe.skipIf(missing)('every request is valid against the model of the service', () => {
  const examples = directories(join(repository, 'examples'));
  const corpus = directories(join(repository, 'test/corpus'));

  it.each([...examples, ...corpus])('%s', (folder) => {
    const files = sourcesIn(folder);
    const { model, diagnostics } = analyze(files);
    if (diagnostics.some(({ severity }) => severity === 'error')) {
      expect(examples).not.toContain(folder);
      return;
    }
    const values = variablesIn(folder);
    const { resources, findings } = lower(model, { variable: (name) => values.get(name) });
    const requests = compile(resources);
    if (examples.includes(folder)) {
      expect(findings).toEqual([]);
      expect(requests.length).toBeGreaterThan(2);
    }
    for (const { id, operation, input } of requests) {
      // A placeholder is no ARN, but stands for one.
      const sent = JSON.parse(JSON.stringify(input).replace(/"\$\{[^"]+\}"/g, `"${anyArn}"`));
      expect(problemsOf(operation, sent), id).toEqual([]);
    }
  });

  it('finds what is not', () => {
    const good = { Alias: 'a', Type: 'PERSONAL', Plan: { Stages: [] } };
    expect(problemsOf('CreateContact', good)).toEqual([]);
    const bad = {
      Alias: 'A b',
      Type: 'PERSON',
      Plan: { Stages: [{ DurationInMinutes: 31, Targets: [{ Wrong: 1 }] }] },
      Tags: [{ Key: '', Value: 5 }],
      IdempotencyToken: 'a b',
      Displayname: 'x',
    };
    expect(problemsOf('CreateContact', bad)).toEqual(
      [
        'input.Alias: not ^[a-z0-9_\\-]*$',
        'input.Type: none of PERSONAL, ESCALATION, ONCALL_SCHEDULE',
        'input.Plan.Stages[0].DurationInMinutes: above 30',
        'input.Plan.Stages[0].Targets[0].Wrong: unknown',
        'input.IdempotencyToken: not ^[\\\\\\/a-zA-Z0-9_+=\\-]*$',
        'input.Tags[0].Key: below 1',
        'input.Tags[0].Value: no string',
        'input.Displayname: unknown',
      ].sort(),
    );
    expect(problemsOf('CreateContact', { Alias: 5, Type: 'PERSONAL', Plan: [] })).toEqual([
      'input.Alias: no string',
      'input.Plan: no structure',
    ]);
  });
});

const anyArn = 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/placeholder';

interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly required?: readonly string[];
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

interface ServiceModel {
  readonly operations: Readonly<Record<string, { readonly input: { readonly shape: string } }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

let service: ServiceModel | undefined;

function problemsOf(operation: string, input: unknown): readonly string[] {
  service ??= read<ServiceModel>('ssm-contacts-service-2.json');
  const { operations, shapes } = service;
  const problems: string[] = [];

  const check = (name: string, value: unknown, path: string): void => {
    const shape = shapes[name] as Shape;
    const tell = (what: string): void => {
      problems.push(`${path}: ${what}`);
    };
    const measure = (size: number): void => {
      if (size < (shape.min ?? Number.NEGATIVE_INFINITY)) tell(`below ${shape.min}`);
      if (size > (shape.max ?? Number.POSITIVE_INFINITY)) tell(`above ${shape.max}`);
    };
    switch (shape.type) {
      case 'structure': {
        if (!isPlainObject(value)) {
          tell('no structure');
          return;
        }
        for (const member of shape.required ?? []) {
          if (!(member in value)) problems.push(`${path}.${member}: lacking`);
        }
        for (const [member, part] of Object.entries(value)) {
          const known = shape.members?.[member];
          if (known === undefined) problems.push(`${path}.${member}: unknown`);
          else check(known.shape, part, `${path}.${member}`);
        }
        return;
      }
      case 'map': {
        if (!isPlainObject(value)) {
          tell('no map');
          return;
        }
        measure(Object.keys(value).length);
        for (const [key, part] of Object.entries(value)) {
          check((shape.key as { shape: string }).shape, key, `${path} key ${key}`);
          check((shape.value as { shape: string }).shape, part, `${path}.${key}`);
        }
        return;
      }
      case 'list':
        if (!Array.isArray(value)) {
          tell('no list');
          return;
        }
        measure(value.length);
        for (const [index, part] of value.entries()) {
          check((shape.member as { shape: string }).shape, part, `${path}[${index}]`);
        }
        return;
      case 'string':
        if (typeof value !== 'string') {
          tell('no string');
          return;
        }
        measure([...value].length);
        if (shape.enum !== undefined && !shape.enum.includes(value)) {
          tell(`none of ${shape.enum.join(', ')}`);
        }
        if (shape.pattern !== undefined && !new RegExp(`^(?:${shape.pattern})$`, 'u').test(value)) {
          tell(`not ${shape.pattern}`);
        }
        return;
      case 'integer':
        if (!Number.isInteger(value)) {
          tell('no integer');
          return;
        }
        measure(value as number);
        return;
      case 'timestamp':
        if (typeof value !== 'number') {
          tell('no number of seconds');
          return;
        }
        return;
      case 'boolean':
        if (typeof value !== 'boolean') {
          tell('no boolean');
          return;
        }
        return;
      default:
        tell(`of type ${shape.type}, which nothing here knows`);
    }
  };

  const known = operations[operation];
  if (known === undefined) return [`${operation} is no operation`];
  check(known.input.shape, input, 'input');
  return problems.sort();
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inputOf(
  resources: readonly Resource[],
  id: string,
  arns: ReadonlyMap<string, string> = new Map(),
): Record<string, unknown> {
  const found = resources.find((resource) => resource.id === id) as Resource;
  const arnOf = (wanted: string): string => {
    const other = resources.find((resource) => resource.id === wanted);
    const known = other !== undefined && 'arn' in other ? other.arn : arns.get(wanted);
    if (known === undefined) throw new Error(`nothing gives the ARN of ${wanted}`);
    return known;
  };
  return resolve<unknown>(found.input, arnOf) as Record<string, unknown>;
}

function example(operation: string): unknown {
  const { examples } = read<{ examples: Record<string, readonly { input: unknown }[]> }>(
    'ssm-contacts-examples-1.json',
  );
  return examples[operation]?.[0]?.input;
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(data, name), 'utf8')) as T;
}

function directories(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}

function sourcesIn(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.oncall'))
    .filter(({ name }) => name !== 'formatted.oncall')
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => createSourceFile(path.slice(folder.length + 1), readFileSync(path, 'utf8')));
}

function variablesIn(folder: string): ReadonlyMap<string, string> {
  const path = join(folder, 'oncall.env');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('=', 2) as [string, string]),
  );
}
