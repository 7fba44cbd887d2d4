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
  it.each([
    ['AccessDeniedException', /ssm-contacts:CreateContact/, /ssm-contacts:AssociateContact/],
    ['ConflictException', /exists already/, /--adopt/],
    ['DataEncryptionException', /KMS key/, /policy/],
    ['InternalServerException', /not about your files/, /run again/],
    ['ResourceNotFoundException', /does not exist/, /extern/],
    ['ServiceQuotaExceededException', /as many as it may have/, /Service Quotas/],
    ['ThrottlingException', /more calls/, /Wait a minute/],
    ['ValidationException', /does not accept/, /Mend the value/],
    ['ExpiredTokenException', /expired/, /Log in/],
    ['SomethingNew', /not known/, /Run again/],
  ])('%s has a cause, a remedy and a line', (code, cause, help) => {
    const found = notice(code);
    expect(found.title).toBe('AWS refused CreateContact for contact/alice');
    expect(found.cause).toMatch(cause);
    expect(found.help).toMatch(help);
    expect(found.said).toBe('no');
    expect(found.marked).toBe('alice');
  });

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

  it('knows a missing replication set and a rotation that is gone', () => {
    const account = 'Invalid value provided - Account not found for the request';
    expect(notice('ValidationException', account).cause).toMatch(/no replication set/);
    const gone = (arn: string) =>
      notice('ValidationException', `Invalid value provided - Invalid resource Arn ${arn}`).cause;
    const prefix = 'arn:aws:ssm-contacts:us-east-2:111122223333';
    expect(gone(`${prefix}:rotation/1`)).toMatch(/^A rotation that .* does not exist/);
    expect(gone(`${prefix}:contact/x`)).toMatch(/^A contact that/);
    expect(gone(`${prefix}:contact-channel/x/1`)).toMatch(/^A channel that/);
    expect(gone('arn:x')).toMatch(/^A resource that/);
  });

  it('names what depends on what is to be deleted', () => {
    const details = { dependents: ['arn:rotation/1'] };
    expect(notice('ConflictException', 'no', details, 'DeleteContact').cause).toContain(
      'arn:rotation/1',
    );
  });

  it('has no line for a look at the account', () => {
    const error = new ServiceError('ListContacts', 'AccessDeniedException', 'no', {
      fields: [],
      dependents: [],
    });
    expect(blame(error)).toMatchObject({ title: 'AWS refused ListContacts', location: undefined });
  });
});
