import { expect, it } from 'vitest';
import type { Context } from '../src/context.ts';
import { contactsOnCall } from '../src/on-call.ts';
import { createContact } from '../src/operations/contacts.ts';
import { createRotationOverride } from '../src/operations/rotation-overrides.ts';
import { createRotation, deleteRotation } from '../src/operations/rotations.ts';
import { findContact } from '../src/resources.ts';
import { openDatabase } from '../src/store/database.ts';
import { DAILY } from './service.ts';

const START = Date.UTC(2026, 0, 5, 9) / 1000;
const DAY = 24 * 3600;

it('a schedule comes down to all on call in its rotations, each once', async () => {
  const account = '111122223333';
  const region = 'us-east-1';
  const database = await openDatabase(undefined, account, region);
  const now = () => START * 1000;
  const context: Context = { database, account, region, externs: new Set(), now, log: () => {} };
  const person = (Alias: string) =>
    createContact(context, { Alias, Type: 'PERSONAL', Plan: { Stages: [] } }).ContactArn;
  const [alice, bob, carol] = [person('alice'), person('bob'), person('carol')];
  const rotation = (ContactIds: readonly string[]) =>
    createRotation(context, {
      Name: 'r',
      ContactIds,
      StartTime: START,
      TimeZoneId: 'UTC',
      Recurrence: DAILY,
    }).RotationArn;
  const [one, two] = [rotation([alice, bob]), rotation([carol, bob])];
  const Plan = { RotationIds: [two, one] };
  const { ContactArn } = createContact(context, { Alias: 's', Type: 'ONCALL_SCHEDULE', Plan });
  const onCall = (instant: number) =>
    contactsOnCall(context, findContact(context, ContactArn), instant);

  expect(onCall(START - 1)).toEqual([]);
  expect(onCall(START)).toEqual([carol, alice]);
  expect(onCall(START + DAY)).toEqual([bob]);
  createRotationOverride(context, {
    RotationId: two,
    NewContactIds: [],
    StartTime: START,
    EndTime: START + DAY,
  });
  expect(onCall(START)).toEqual([alice]);
  deleteRotation(context, { RotationId: one });
  expect(onCall(START + DAY)).toEqual([bob]);
  expect(onCall(START)).toEqual([]);
  database.close();
});
