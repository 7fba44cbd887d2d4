import type { Step } from '@oncall/compiler';
import type { Origin } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import { blame } from '../../src/aws/blame.ts';
import { ServiceError, type ServiceErrorDetails } from '../../src/aws/service.ts';

const text = 'contact alice "Alice" < channel phone voice "+1" stage 5m < notify phone > >';
const piece = { text };
const file = { path: 'main.oncall', text };
const origin = (written: string): Origin => {
  const start = text.indexOf(written);
  return { piece, start, end: start + written.length };
};
const step: Step = {
  id: 'contact/alice',
  operation: 'CreateContact',
  input: {},
  after: [],
  wave: 0,
  change: 'contact/alice',
  of: 'contact/alice',
  origin: origin('alice'),
  origins: {
    DisplayName: origin('"Alice"'),
    'Plan.Stages.0.DurationInMinutes': origin('5m'),
    'Plan.Stages.0.Targets.0': origin('phone >'),
  },
  handMade: false,
};
const scene = { step, locate: ({ start, end }: Origin) => ({ file, span: { start, end } }) };

function notice(
  code: string,
  message = 'no',
  details: Partial<ServiceErrorDetails> = {},
  operation = 'CreateContact',
) {
  const error = new ServiceError(operation, code, message, {
    fields: [],
    dependents: [],
    ...details,
  });
  const { title, notes, location } = blame(error, scene);
  const note = (label: string) => notes.find((each) => each.label === label)?.text;
  const marked = location && text.slice(location.span.start, location.span.end);
  return { title, cause: note('cause'), help: note('help'), said: note('AWS said'), marked };
}

describe('blame', () => {
  const account = 'Invalid value provided - Account not found for the request';
  const may = (words: string) =>
    `User: arn:aws:iam::1:user/x is not authorized to perform: ${words}`;
  it.each<[string, string, string, Partial<ServiceErrorDetails>, RegExp, RegExp]>([
    ['CreateContact', 'AccessDeniedException', 'no', {}, /:CreateContact/, /:AssociateContact/],
    [
      'TagResource',
      'AccessDeniedException',
      'no',
      {},
      /:TagResource/,
      /^Allow ssm-contacts:Tag\w+\.$/,
    ],
    [
      'CreateContact',
      'AccessDeniedException',
      may('ssm-contacts:TagResource on resource: x'),
      {},
      /may not do ssm-contacts:TagResource\./,
      /^Allow ssm-contacts:TagResource\.$/,
    ],
    [
      'CreateRotation',
      'AccessDeniedException',
      may('ssm-contacts:CreateRotation with an explicit deny in a service control policy'),
      {},
      /:CreateRotation/,
      /A policy denies/,
    ],
    ['GetCallerIdentity', 'AccessDenied', 'no', {}, /sts:GetCallerIdentity/, /^Allow sts:/],
    ['CreateContact', 'ConflictException', 'no', {}, /exists already/, /--adopt/],
    ['UpdateContact', 'ConflictException', 'no', {}, /being changed/, /oncall plan/],
    [
      'DeleteContact',
      'ConflictException',
      'no',
      { dependents: ['arn:rotation/1'] },
      /depends on it: arn:rotation\/1/,
      /Take it out/,
    ],
    ['CreateContact', 'DataEncryptionException', 'no', {}, /KMS key/, /policy/],
    ['CreateContact', 'InternalServerException', 'no', {}, /not about your files/, /run again/],
    ['CreateContact', 'ResourceNotFoundException', 'no', {}, /does not exist/, /extern/],
    ['CreateContact', 'ServiceQuotaExceededException', 'no', {}, /as many as/, /Service Quotas/],
    [
      'CreateContact',
      'ServiceQuotaExceededException',
      'no',
      { quota: 'L-1' },
      /quota L-1/,
      /Delete what is not needed/,
    ],
    ['CreateContact', 'ThrottlingException', 'no', {}, /more calls/, /Wait a minute/],
    ['CreateContact', 'ValidationException', 'no', {}, /does not accept a value/, /Mend the value/],
    ['CreateContact', 'ValidationException', account, {}, /no replication set/, /Set up/],
    ['TagResource', 'ValidationException', 'no', {}, /tags here/, /first Region/],
    [
      'CreateRotation',
      'ValidationException',
      'Tagging is only supported in the first Region',
      {},
      /tags here/,
      /first Region/,
    ],
    [
      'TagResource',
      'ValidationException',
      'no',
      { fields: [{ name: 'Tags.0.Value', message: 'too long' }] },
      /does not accept a value/,
      /Mend/,
    ],
    ['CreateContact', 'ExpiredTokenException', 'no', {}, /expired/, /Log in/],
    ['CreateContact', 'UnrecognizedClientException', 'no', {}, /not valid/, /Log in/],
    [
      'CreateContact',
      'InvalidSignatureException',
      'Signature expired: 20260105T000000Z is now earlier than',
      {},
      /clock/,
      /Set the clock/,
    ],
    ['CreateContact', 'HTTP 502', 'no', { httpStatus: 502 }, /failed several times/, /Wait/],
    ['CreateContact', 'HTTP 200', 'no', { httpStatus: 200 }, /a proxy/, /Look at the network/],
    ['CreateContact', 'SomethingNew', 'no', {}, /not known/, /Run again/],
  ])(
    '%s: %s has a cause, a remedy and a line',
    (operation, code, message, details, cause, help) => {
      const found = notice(code, message, details, operation);
      expect(found.title).toBe(`AWS refused ${operation} for contact/alice`);
      expect(found.cause).toMatch(cause);
      expect(found.help).toMatch(help);
      expect(found.said).toContain(message);
      expect(found.marked).toBe('alice');
    },
  );

  it.each([
    ['Plan.Stages.0.DurationInMinutes', '5m'],
    ['plan.stages[0].durationInMinutes', '5m'],
    ['Plan.Stages[0].Targets[0].ContactTargetInfo.ContactId', 'phone >'],
    ['plan.stages.0', '5m'],
    ['plan.stages.1.member.targets.1.member.contactTargetInfo', 'phone >'],
    ['plan.stages.2.member', 'alice'],
    ['DisplayName', '"Alice"'],
    ['Tags', 'alice'],
  ])('marks what %s was written as', (name, marked) => {
    expect(
      notice('ValidationException', 'no', { fields: [{ name, message: 'bad' }] }),
    ).toMatchObject({
      marked,
      said: `no; ${name}: bad`,
    });
  });

  it('never quotes the address, in whatever form', () => {
    const input = { DeliveryAddress: { SimpleAddress: '+12065550100' } };
    const message = 'no: 12065550100, +12065550100';
    const error = new ServiceError('CreateContactChannel', 'ValidationException', message, {
      fields: [],
      dependents: [],
    });
    const { notes } = blame(error, { ...scene, step: { ...step, input } });
    expect(notes[0]?.text).toBe('no: 1******0100, +1******0100');
  });

  it('finds a field that the message alone names', () => {
    expect(notice('ValidationException', "Value at 'displayName' failed").marked).toBe('"Alice"');
  });

  it('knows what is gone', () => {
    const gone = (arn: string) =>
      notice('ValidationException', `Invalid value provided - Invalid resource Arn ${arn}`).cause;
    const prefix = 'arn:aws:ssm-contacts:us-east-2:111122223333';
    expect(gone(`${prefix}:rotation/1`)).toMatch(/^A rotation that .* does not exist/);
    expect(gone(`${prefix}:contact/x`)).toMatch(/^A contact that/);
    expect(gone(`${prefix}:contact-channel/x/1`)).toMatch(/^A channel that/);
    expect(gone('arn:x')).toMatch(/^A resource that/);
  });

  it('has no line for a look at the account', () => {
    const error = new ServiceError('ListContacts', 'AccessDeniedException', 'no', {
      fields: [],
      dependents: [],
    });
    expect(blame(error)).toMatchObject({ title: 'AWS refused ListContacts', location: undefined });
  });
});
