import { describe, expect, it } from 'vitest';
import type { Context } from '../src/context.ts';
import { operations } from '../src/operations/table.ts';
import { findChannel } from '../src/resources.ts';
import { ServiceError } from '../src/service-error.ts';
import { openDatabase } from '../src/store/database.ts';

/** A channel, and the operations on it called without HTTP, since codes never travel there. */
async function channel(DeferActivation?: boolean) {
  const context: Context = {
    database: await openDatabase(undefined, '111122223333', 'us-east-1'),
    account: '111122223333',
    region: 'us-east-1',
    externs: new Set(),
    now: Date.now,
    log: () => {},
  };
  const { CreateContact, CreateContactChannel } = operations;
  const contact = CreateContact?.(context, {
    Alias: 'alice',
    Type: 'PERSONAL',
    Plan: { Stages: [] },
  });
  const created = CreateContactChannel?.(context, {
    ContactId: contact?.ContactArn ?? '',
    Name: 'phone',
    Type: 'VOICE',
    DeliveryAddress: { SimpleAddress: '+12065550100' },
    ...(DeferActivation !== undefined && { DeferActivation }),
  });
  const ContactChannelId = created?.ContactChannelArn ?? '';
  return {
    code: () => findChannel(context, ContactChannelId).code,
    status: () => operations.GetContactChannel?.(context, { ContactChannelId }).ActivationStatus,
    activate: (ActivationCode: string | null) =>
      operations.ActivateContactChannel?.(context, {
        ContactChannelId,
        ActivationCode: ActivationCode ?? '',
      }),
    deactivate: () => operations.DeactivateContactChannel?.(context, { ContactChannelId }),
    send: () => operations.SendActivationCode?.(context, { ContactChannelId }),
  };
}

describe('activation', () => {
  it('takes the code that was sent at creation, and no other', async () => {
    const { code, status, activate } = await channel();
    expect(code()).toMatch(/^[0-9]{6}$/);
    expect(() => activate('1234567')).toThrow(ServiceError);
    expect(status()).toBe('NOT_ACTIVATED');
    activate(code());
    expect(status()).toBe('ACTIVATED');
  });

  it('of a deferred channel waits for a code to be sent', async () => {
    const { code, status, activate, send } = await channel(true);
    expect(code()).toBeNull();
    expect(() => activate('123456')).toThrow(ServiceError);
    send();
    activate(code());
    expect(status()).toBe('ACTIVATED');
  });

  it('takes the last code only', async () => {
    const { code, activate, send } = await channel();
    const first = code();
    do send();
    while (code() === first);
    expect(() => activate(first)).toThrow(ServiceError);
    activate(code());
  });

  it('ends with deactivation, after which the old code is worth nothing', async () => {
    const { code, status, activate, deactivate, send } = await channel();
    const first = code();
    activate(first);
    deactivate();
    expect(status()).toBe('NOT_ACTIVATED');
    expect(() => activate(first)).toThrow(ServiceError);
    send();
    activate(code());
    expect(status()).toBe('ACTIVATED');
  });
});
