import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '../src/context.ts';
import { dispatch, operationOf } from '../src/dispatch.ts';
import type { Shape } from '../src/model/shape.ts';
import { isOperation, type OperationName, type ShapeName, shapes } from '../src/model/shapes.ts';
import { validate } from '../src/model/validate.ts';
import { operations } from '../src/operations/table.ts';
import { sentMessages } from '../src/outbox.ts';
import { ServiceError } from '../src/service-error.ts';
import { openDatabase } from '../src/store/database.ts';
import { DAILY } from './service.ts';

const table: Readonly<Record<string, Shape>> = shapes;
const names = Object.keys(operations).filter(isOperation);

/** Values that are plausible, so that requests often reach what earlier ones made. */
const plausible: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Uuid: fc.record({ made: fc.constant('Override'), index: fc.nat(5) }),
  ContactAlias: fc.constantFrom('a', 'b', 'c', 'd'),
  TimeZoneId: fc.constantFrom('UTC', 'Europe/Berlin', 'Mars'),
  SimpleAddress: fc.constantFrom('+12065550100', 'alice@example.com'),
  IdempotencyToken: fc.constantFrom(...'abcdefghijklmnop'),
  PaginationToken: fc.constant(undefined),
  // Any name would do, but comes back where the model wants an ARN.
  Member: madeArn('Contact'),
  DateTime: fc.constantFrom(0, 1_795_000_000, 1_795_010_000.5),
  AcceptCode: fc.constantFrom('123456', '1234567890'),
  Policy: fc.constantFrom('{}', '[]', '{'),
  TagKey: fc.constantFrom('a', 'b', 'c', 'd'),
};

/** Stands for an ARN that was given out, of the kind that the member's name speaks of. */
function madeArn(member: string): fc.Arbitrary<unknown> {
  const kind = /Channel|Rotation|Engagement|Page/.exec(member)?.[0] ?? 'Contact';
  return fc.record({ made: fc.constantFrom(kind, kind, kind, 'Rotation'), index: fc.nat(5) });
}

function arbitrary(name: string, member: string): fc.Arbitrary<unknown> {
  const odd = { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) };
  const usual = /Arn$|AmazonResourceName/.test(name) ? madeArn(member) : plausible[name];
  return fc.oneof(odd, { weight: 80, arbitrary: usual ?? ofShape(table[name], member) });
}

function ofShape(shape: Shape | undefined, member: string): fc.Arbitrary<unknown> {
  switch (shape?.kind) {
    case 'string':
      return fc.constantFrom('name', 'other', 'Name 1', '');
    case 'enum':
      return fc.constantFrom(...shape.values);
    case 'integer':
      return fc.integer({ min: shape.min ?? 0, max: Math.min(shape.max ?? 3, 12) });
    case 'boolean':
      return fc.boolean();
    case 'list':
      return fc.array(arbitrary(shape.item, member), { minLength: shape.min ?? 0, maxLength: 2 });
    case 'map':
      return fc.dictionary(arbitrary(shape.key, '').map(String), arbitrary(shape.value, ''), {
        maxKeys: 1,
      });
    case 'structure': {
      const members = Object.entries(shape.members);
      const requiredKeys = members.filter(([, part]) => part.endsWith('!')).map(([key]) => key);
      const parts = members.map(([key, part]) => [key, arbitrary(part.replace('!', ''), key)]);
      return fc.record<Record<string, unknown>>(Object.fromEntries(parts), { requiredKeys });
    }
    default:
      return fc.constant(0);
  }
}

const request = fc
  .constantFrom<OperationName>(...names)
  .chain((operation) => fc.tuple(fc.constant(operation), arbitrary(`${operation}Request`, '')));

describe('dispatch', () => {
  it('answers every request by the model, or with an error of the service', {
    timeout: 120_000,
  }, async () => {
    const database = await openDatabase(undefined, '111122223333', 'us-east-1');
    const context: Context = {
      database,
      account: '111122223333',
      region: 'us-east-1',
      externs: new Set(),
      now: () => 1_795_000_000_000,
      log: () => {},
    };
    const made: Record<string, string[]> = {};
    const add = (kind: string, arn: string) => {
      made[kind] = [...(made[kind] ?? []), arn];
    };
    const succeeded = new Set<string>();
    const reached = new Set<string>();
    const send = (operation: OperationName, input: unknown) => {
      const body = JSON.stringify(input, (_key, value) => {
        if (typeof value?.made !== 'string') return value;
        return made[value.made]?.at(-1 - value.index) ?? 'none';
      });
      let answer: object;
      try {
        answer = dispatch(operation, body)(context);
      } catch (error) {
        if (error instanceof ServiceError) return;
        throw error;
      }
      expect(validate(`${operation}Result` as ShapeName, answer)).toEqual([]);
      succeeded.add(operation);
      const kind = /^(?:Create|Start).*(Contact|Channel|Rotation|Override|Engagement)$/.exec(
        operation,
      );
      if (kind?.[1]) add(kind[1], String(Object.values(answer)[0]));
    };
    const requests = fc.array(request, { minLength: 50, maxLength: 50 });
    fc.assert(
      fc.property(requests, (list) => {
        // A person with a channel, on call and paged, lest all that is random find nobody.
        const Alias = `person-${made['Contact']?.length ?? 0}`;
        send('CreateContact', { Alias, Type: 'PERSONAL', Plan: { Stages: [] } });
        const person = made['Contact']?.at(-1) ?? '';
        const address = { Type: 'SMS', DeliveryAddress: { SimpleAddress: '+12065550100' } };
        send('CreateContactChannel', { ContactId: person, Name: 'phone', ...address });
        const rotation = { ContactIds: [person], TimeZoneId: 'UTC', Recurrence: DAILY };
        send('CreateRotation', { Name: 'primary', ...rotation });
        const channel = made['Channel']?.at(-1) ?? '';
        const ActivationCode = sentMessages(database).at(-1)?.code;
        send('ActivateContactChannel', { ContactChannelId: channel, ActivationCode });
        const Targets = [{ ChannelTargetInfo: { ContactChannelId: channel } }];
        const Plan = { Stages: [{ DurationInMinutes: 5, Targets }] };
        send('UpdateContact', { ContactId: person, Plan });
        send('StartEngagement', { ContactId: person, Sender: 's', Subject: 's', Content: 'c' });
        add('Page', sentMessages(database).at(-1)?.page ?? '');
        succeeded.clear();
        for (const [operation, input] of list) send(operation, input);
        for (const operation of succeeded) reached.add(operation);
      }),
      // The state goes on from run to run, so that a fixed course is what can be repeated.
      { numRuns: 300, seed: 1, endOnFailure: true },
    );
    database.close();
    // Codes are unknown to whoever asks at random.
    expect(names.filter((name) => !reached.has(name))).toEqual(['ActivateContactChannel']);
  });

  it('finds operations by their target alone', () => {
    expect(operationOf('SSMContacts.GetContact')).toBe('GetContact');
    for (const target of [undefined, 'GetContact', 'SSMContacts.', 'SSMContacts.getContact']) {
      expect(operationOf(target)).toBeUndefined();
    }
  });
});
