/** The account, by reads alone: who we are there, whether the service answers, what we may do. */
import { blame } from '../aws/blame.ts';
import { isLoopback } from '../aws/connect.ts';
import type { Listing } from '../aws/live-state.ts';
import { arnsIn, listAccount } from '../aws/live-state.ts';
import { ServiceError } from '../aws/service.ts';
import type { Surroundings } from '../command-line/command.ts';
import {
  checkArns,
  type Destination,
  type Guard,
  openTarget,
  type Target,
} from '../deployment/target.ts';
import { OperationalError } from '../exit.ts';
import { counted } from '../terminal/counted.ts';
import type { Check } from './check.ts';
import { clockCheck } from './clock-check.ts';
import { permissionChecks } from './permission-checks.ts';

export async function accountChecks(
  destination: Destination,
  guard: Guard,
  folder: string,
  surroundings: Surroundings,
): Promise<readonly Check[]> {
  const isAsked =
    destination.kind === 'aws' ||
    (destination.endpoint !== undefined && !isLoopback(destination.endpoint));
  // Whose account it is has a check of its own.
  const open = { ...guard, account: isAsked ? undefined : guard.account };
  const { signal } = new AbortController();
  const opened = await attempt('service', () =>
    openTarget(destination, open, folder, surroundings, signal),
  );
  if ('result' in opened) return [opened];
  const target = opened.value;
  try {
    const clock = await clockCheck(destination, target.region);
    const identity = isAsked ? [await credentialsCheck(target, guard)] : [];
    if (identity.some(({ result }) => result === 'failed')) return [...identity, clock];
    const listed = await attempt('service', () => listAccount(target.connection));
    if ('result' in listed) {
      return [...identity, clock, listed, ...(await permissionChecks(target, undefined))];
    }
    return [
      ...identity,
      clock,
      serviceCheck(listed.value, target),
      guardCheck(listed.value, target, guard),
      ...(await permissionChecks(target, listed.value)),
    ];
  } finally {
    await target.close();
  }
}

async function credentialsCheck(target: Target, guard: Guard): Promise<Check> {
  const name = 'credentials';
  const asked = await attempt(name, () => target.connection.callerAccount());
  if ('result' in asked) return asked;
  const account = asked.value;
  if (guard.account !== undefined && guard.account !== account) {
    return {
      name,
      result: 'failed',
      says: `of account ${account}, and the project is for ${guard.account}`,
      help: 'Log in to the right account, give --profile NAME, or change project.',
    };
  }
  return { name, result: 'ok', says: `of account ${account}` };
}

function serviceCheck({ contacts, rotations }: Listing, { place, region }: Target): Check {
  const has = [
    counted(contacts.filter(({ Type }) => Type === 'PERSONAL').length, 'contact'),
    counted(contacts.filter(({ Type }) => Type === 'ESCALATION').length, 'plan'),
    counted(contacts.filter(({ Type }) => Type === 'ONCALL_SCHEDULE').length, 'schedule'),
    counted(rotations.length, 'rotation'),
  ];
  return {
    name: 'service',
    result: 'ok',
    says: `${place} answers in ${region}, with a replication set: ${has.join(', ')}`,
  };
}

function guardCheck(listing: Listing, target: Target, guard: Guard): Check {
  const name = 'guard';
  const arns = arnsIn(listing);
  try {
    const account = checkArns(arns, target, guard);
    if (guard.account === undefined || guard.region === undefined) {
      return {
        name,
        result: 'warning',
        says: `the files name no ${guard.account === undefined ? 'account' : 'region'}`,
        help: 'Write account and region into project, so that no other is changed by mistake.',
      };
    }
    const says = `account ${account ?? guard.account} in ${target.region}, as project says`;
    return { name, result: 'ok', says };
  } catch (error) {
    return failure(name, error);
  }
}

async function attempt<T>(
  name: string,
  run: () => Promise<T>,
): Promise<Check | { readonly value: T }> {
  try {
    return { value: await run() };
  } catch (error) {
    return failure(name, error);
  }
}

/** An error, as what a check says; a bug stays one. */
function failure(name: string, error: unknown): Check {
  if (error instanceof OperationalError) {
    return { name, result: 'failed', says: error.message, help: error.help };
  }
  if (!(error instanceof ServiceError)) throw error;
  const { title, notes } = blame(error);
  const note = (label: string) => notes.find((it) => it.label === label)?.text;
  return {
    name,
    result: 'failed',
    says: `${title} (${error.code}): ${note('cause') ?? error.message}`,
    help: note('help'),
  };
}
