import { Agent, request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type ErrorBody, post, startTestService } from './service.ts';

describe('the service over HTTP', () => {
  it('speaks AWS JSON 1.1', async () => {
    const { url } = await startTestService();
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'SSMContacts.ListContacts',
        authorization: 'AWS4-HMAC-SHA256 Credential=x/20261122/us-east-1/ssm-contacts/aws4_request',
      },
      body: '{}',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toEqual({ Contacts: [] });
  });

  it('takes no body for an empty one', async () => {
    const { url } = await startTestService();
    expect(await post(url, 'ListContacts', '')).toEqual({ status: 200, body: { Contacts: [] } });
  });

  it.each<readonly [string, string, string, string]>([
    ['an operation that the model does not have', 'ListPeople', '{}', 'UNKNOWN_OPERATION'],
    ['an operation named like a member of Object', 'toString', '{}', 'UNKNOWN_OPERATION'],
    ['a body that is not JSON', 'ListContacts', '{"AliasPrefix":+12065550100}', 'CANNOT_PARSE'],
    ['a body too large', 'ListContacts', ' '.repeat(5_000_000), 'CANNOT_PARSE'],
    ['a body that is no object', 'ListContacts', '[]', 'FIELD_VALIDATION_FAILED'],
    ['a body that is null', 'ListContacts', 'null', 'FIELD_VALIDATION_FAILED'],
  ])('refuses %s', async (_name, operation, body, reason) => {
    const { url } = await startTestService();
    const answer = await post(url, operation, body);
    const error = answer.body as ErrorBody;
    expect(answer.status).toBe(400);
    expect(error).toMatchObject({ __type: 'ValidationException', Reason: reason });
    expect(error.Message).not.toContain('+1206');
  });

  it('refuses a request without a target, and answers nothing but POST /', async () => {
    const { url } = await startTestService();
    const response = await fetch(url, { method: 'POST', body: '{}' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ Reason: 'UNKNOWN_OPERATION' });
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(`${url}/x`, { method: 'POST', body: '{}' })).status).toBe(404);
  });

  it('answers no web page, whatever host name it came by', async () => {
    const { url } = await startTestService();
    const headers = { 'x-amz-target': 'SSMContacts.ListContacts', origin: 'http://evil.example' };
    const response = await fetch(url, { method: 'POST', headers, body: '{}' });
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ Message: 'The service answers no web page' });
  });

  it('logs operation and status of each request, and no address', async () => {
    const lines: string[] = [];
    const service = await startTestService({ log: (line) => lines.push(line) });
    const alice = await service.person('alice');
    const channel = (SimpleAddress: string) => ({
      ContactId: alice,
      Name: 'phone',
      Type: 'SMS',
      DeliveryAddress: { SimpleAddress },
    });
    await post(service.url, 'CreateContactChannel', channel('+12065550100'));
    await post(service.url, 'CreateContactChannel', channel('2065550100'));
    await post(service.url, 'CreateContact', '{"Alias":"+12065550100"');
    await post(service.url, 'Nonsense', '+12065550100');
    await fetch(service.url);
    expect(lines).toEqual([
      'CreateContact 200',
      expect.stringMatching(/^to alice, phone \(SMS\): activation code [0-9]{6}$/),
      'CreateContactChannel 200',
      'CreateContactChannel 400 ValidationException',
      'CreateContact 400 ValidationException',
      '- 400 ValidationException',
      '- 404',
    ]);
  });

  it('answers a bug of its own with 500, without saying what was sent', async () => {
    const lines: string[] = [];
    const now = () => {
      throw new TypeError('+12065550100');
    };
    const service = await startTestService({ now, log: (line) => lines.push(line) });
    const input = { Alias: 'a', Type: 'PERSONAL', Plan: { Stages: [] }, IdempotencyToken: 't' };
    const { status, body } = await post(service.url, 'CreateContact', input);
    expect(status).toBe(500);
    expect(body).toMatchObject({ __type: 'InternalServerException' });
    expect(lines).toEqual([expect.stringMatching(/^CreateContact 500 .*TypeError at /)]);
    expect(JSON.stringify([body, lines])).not.toContain('+1206');
  });

  it('keeps connections, and ends them when it closes', async () => {
    const service = await startTestService();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number | undefined>();
    for (let index = 0; index < 3; index++) {
      await new Promise<void>((resolve, reject) => {
        const headers = { 'x-amz-target': 'SSMContacts.ListContacts' };
        const sent = request(service.url, { method: 'POST', headers, agent }, (response) => {
          ports.add(response.socket.localPort);
          response.resume().on('end', resolve);
        });
        sent.on('error', reject).end('{}');
      });
    }
    expect(ports.size).toBe(1);
    const before = performance.now();
    await service.close();
    expect(performance.now() - before).toBeLessThan(1000);
    agent.destroy();
  });

  it('serves many at once, each as if it were alone', async () => {
    const service = await startTestService();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        post(service.url, 'CreateContact', {
          Alias: `c${index % 20}`,
          Type: 'PERSONAL',
          Plan: { Stages: [] },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect((await service.call('ListContacts', {})).Contacts).toHaveLength(20);
  });
});
