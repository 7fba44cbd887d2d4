/** A service to test against, and the plain way to call it. */
import { afterEach } from 'vitest';
import { type LocalServiceOptions, startLocalService } from '../src/index.ts';
import type { Input, OperationName, Output } from '../src/model/shapes.ts';

const ACCOUNT = '111122223333';
export const PREFIX = `arn:aws:ssm-contacts:us-east-1:${ACCOUNT}`;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface ErrorBody {
  readonly __type: string;
  readonly Message: string;
  readonly Reason?: string;
  readonly Fields?: readonly { readonly Name: string; readonly Message: string }[];
}

/** Posts a request as it stands, valid or not. */
export async function post(url: string, operation: string, input: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `SSMContacts.${operation}`,
    },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  });
  return { status: response.status, body: await response.json() };
}

export interface TestService {
  readonly url: string;
  /** The answer of a request that must succeed. */
  call<O extends OperationName>(operation: O, input: Input<O>): Promise<Output<O>>;
  /** The error of a request that must fail. */
  fail(operation: string, input: unknown): Promise<ErrorBody>;
  /** The names of the fields that a request is refused for. */
  fields(operation: string, input: unknown): Promise<readonly string[]>;
  /** Makes a contact of the type PERSONAL without stages. */
  person(alias: string): Promise<string>;
  /** Makes a daily rotation. */
  rotation(name: string, contactIds: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

export const DAILY = {
  NumberOfOnCalls: 1,
  RecurrenceMultiplier: 1,
  DailySettings: [{ HourOfDay: 9, MinuteOfHour: 0 }],
} as const;

const running: TestService[] = [];

/** Ends with the test that starts it. */
export async function startTestService(options?: LocalServiceOptions): Promise<TestService> {
  const service = await startLocalService(options);
  const { url } = service;
  const call: TestService['call'] = async (operation, input) => {
    const { status, body } = await post(url, operation, input);
    if (status !== 200) throw new Error(`${operation}: ${JSON.stringify(body)}`);
    return body as Output<typeof operation>;
  };
  const fail: TestService['fail'] = async (operation, input) => {
    const { status, body } = await post(url, operation, input);
    if (status === 200) throw new Error(`${operation} succeeded: ${JSON.stringify(body)}`);
    return body as ErrorBody;
  };
  const started: TestService = {
    url,
    call,
    fail,
    fields: async (operation, input) => {
      const error = await fail(operation, input);
      if (error.__type !== 'ValidationException') throw new Error(JSON.stringify(error));
      return (error.Fields ?? []).map((field) => field.Name);
    },
    person: async (alias) => {
      const input = { Alias: alias, Type: 'PERSONAL', Plan: { Stages: [] } } as const;
      return (await call('CreateContact', input)).ContactArn;
    },
    rotation: async (name, contactIds) => {
      const rest = { StartTime: 1_796_115_600, TimeZoneId: 'Europe/Berlin', Recurrence: DAILY };
      const input = { Name: name, ContactIds: contactIds, ...rest };
      return (await call('CreateRotation', input)).RotationArn;
    },
    close: () => service.close(),
  };
  running.push(started);
  return started;
}

afterEach(async () => {
  for (const service of running.splice(0)) await service.close();
});
