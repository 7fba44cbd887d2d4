import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Connection, connect } from '../../src/aws/connect.ts';

type Reply = (response: ServerResponse) => void;

const open: { server: Server; connection: Connection }[] = [];

afterEach(async () => {
  for (const { server, connection } of open.splice(0)) {
    connection.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

/** A service that gives these replies in turn, and the requests that it got. */
async function service(...replies: readonly Reply[]) {
  const requests: { target: string; body: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const target = String(request.headers['x-amz-target']);
      requests.push({ target, body: JSON.parse(body) });
      (replies[requests.length - 1] ?? answer({}))(response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const waits: number[] = [];
  const asked: number[] = [];
  const connection = await connect({
    region: 'us-east-2',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    profile: undefined,
    env: {},
    deadline: 200,
    onWait: (seconds) => asked.push(seconds),
    retry: {
      wait: async (milliseconds) => waits.push(milliseconds),
    },
  });
  open.push({ server, connection });
  return { connection, requests, waits, asked };
}

/** Once throttled, and then answered so. */
async function throttled(reply: Reply) {
  const throttle = refusal('ThrottlingException');
  const found = await service(throttle, answer({}), ...Array.from({ length: 12 }, () => reply));
  return { ...found, slowDown: () => found.connection.call('ListContacts', {}) };
}

const answer =
  (body: object, status = 200, headers = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', ...headers });
    response.end(JSON.stringify(body));
  };
const refusal = (type: string, members: object = {}, status = 400) =>
  answer({ __type: type, Message: 'no', ...members }, status);
const html: Reply = (response) => {
  response.writeHead(502, { 'content-type': 'text/html' });
  response.end('<html>Bad Gateway</html>');
};
const silence: Reply = () => {};
const reset: Reply = (response) => response.socket?.destroy();

describe('connect', () => {
  it('sends instants as epoch seconds and takes them so', async () => {
    const { connection, requests } = await service(
      answer({ RotationOverrides: [{ StartTime: 1_767_600_000.5, EndTime: 1_767_603_600 }] }),
    );
    const input = { RotationId: 'arn', StartTime: 1_767_600_000, EndTime: 1_767_700_000 };
    const { RotationOverrides } = await connection.call('ListRotationOverrides', input);
    expect(requests).toEqual([{ target: 'SSMContacts.ListRotationOverrides', body: input }]);
    expect(RotationOverrides).toEqual([{ StartTime: 1_767_600_000.5, EndTime: 1_767_603_600 }]);
  });

  it('repeats what may pass, with the same input', async () => {
    const { connection, requests, waits, asked } = await service(
      refusal('ThrottlingException', { RetryAfterSeconds: 3 }),
      refusal('InternalServerException', {}, 500),
      html,
      reset,
      answer({ ContactArn: 'arn' }),
    );
    const input = { Alias: 'a', Type: 'PERSONAL', Plan: { Stages: [] }, IdempotencyToken: 'once' };
    expect(await connection.call('CreateContact', input)).toEqual({ ContactArn: 'arn' });
    expect(requests).toHaveLength(5);
    expect(new Set(requests.map(({ body }) => body['IdempotencyToken']))).toEqual(
      new Set(['once']),
    );
    expect(waits[0]).toBe(3000);
    expect(asked).toEqual([3]);
  });

  it('takes what is gone at the second attempt to delete as deleted', async () => {
    const { connection } = await service(reset, refusal('ResourceNotFoundException'));
    expect(await connection.call('DeleteContact', { ContactId: 'arn' })).toEqual({});
    const { connection: fresh } = await service(refusal('ResourceNotFoundException'));
    await expect(fresh.call('DeleteContact', { ContactId: 'arn' })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });

  it('tells a refusal in plain data, and does not repeat it', async () => {
    const { connection, requests } = await service(
      answer(
        {
          __type: 'ValidationException',
          Message: 'bad',
          Reason: 'FIELD_VALIDATION_FAILED',
          Fields: [{ Name: 'Alias', Message: 'too long' }],
        },
        400,
        { 'x-amzn-requestid': 'r-1' },
      ),
    );
    await expect(connection.call('GetContact', { ContactId: 'x' })).rejects.toMatchObject({
      name: 'ServiceError',
      operation: 'GetContact',
      code: 'ValidationException',
      message: 'bad',
      details: { fields: [{ name: 'Alias', message: 'too long' }], requestId: 'r-1' },
    });
    expect(requests).toHaveLength(1);
  });

  it('says that a proxy answered, when it always does', async () => {
    const { connection, requests } = await service(...Array.from({ length: 8 }, () => html));
    await expect(connection.call('ListContacts', {})).rejects.toMatchObject({ code: 'HTTP 502' });
    expect(requests).toHaveLength(8);
  });

  it.each<[string, Reply]>([
    ['lacks what it always has', answer({ Alias: 'a' })],
    ['is a page', (response) => response.end('<html>Log in</html>')],
    ['was cut', (response) => response.end('{"ContactArn":')],
  ])('takes no answer for one that %s', async (_what, reply) => {
    const { connection, requests } = await service(reply);
    await expect(connection.call('GetContact', { ContactId: 'x' })).rejects.toMatchObject({
      code: 'HTTP 200',
      message: 'the answer is not one of the service',
    });
    expect(requests).toHaveLength(1);
  });

  it('does not wait for an answer for ever', async () => {
    const { connection, requests } = await service(silence, answer({ Contacts: [] }));
    expect(await connection.call('ListContacts', {})).toEqual({ Contacts: [] });
    expect(requests).toHaveLength(2);
    expect([...connection.calls]).toEqual([['ListContacts', 2]]);
    const never = await service(silence, silence, silence);
    await expect(never.connection.call('ListContacts', {})).rejects.toMatchObject({
      exitCode: 69,
      message: expect.stringContaining("can't be reached: no answer in 0.2 s"),
    });
    expect(never.requests).toHaveLength(3);
  });

  it('makes no more calls at a time than it may, and fewer once it is throttled', async () => {
    let under = 0;
    const most: number[] = [];
    const slow: Reply = (response) => {
      under += 1;
      most.push(under);
      setTimeout(() => {
        under -= 1;
        answer({})(response);
      }, 5);
    };
    const { connection } = await service(...Array.from({ length: 20 }, () => slow));
    await Promise.all(Array.from({ length: 20 }, () => connection.call('ListContacts', {})));
    expect(Math.max(...most)).toBe(8);
    most.length = 0;
    const { connection: calm, slowDown } = await throttled(slow);
    await slowDown();
    await Promise.all(Array.from({ length: 12 }, () => calm.call('ListContacts', {})));
    expect(Math.max(...most)).toBe(4);
  });

  it('names the endpoint that is not reached: exit 69', async () => {
    const connection = await connect({
      region: 'us-east-2',
      endpoint: 'http://127.0.0.1:9',
      profile: undefined,
      env: {},
      retry: { wait: async () => {} },
    });
    await expect(connection.call('ListContacts', {})).rejects.toMatchObject({
      exitCode: 69,
      message: "the service at http://127.0.0.1:9 can't be reached: ECONNREFUSED",
    });
    connection.close();
  });
});
