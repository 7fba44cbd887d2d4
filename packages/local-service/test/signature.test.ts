import {
  ListContactsCommand,
  SSMContactsClient,
  type SSMContactsClientConfig,
} from '@aws-sdk/client-ssm-contacts';
import { describe, expect, it } from 'vitest';
import type { ServiceError } from '../src/service-error.ts';
import { type SignedRequest, signatureCheck } from '../src/signature.ts';
import { type ErrorBody, post, startTestService } from './service.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG' };

/** What an SDK sends, as a server sees it. */
async function signed(
  config: SSMContactsClientConfig = {},
  sentAt?: Date,
): Promise<{ headers: Record<string, string>; body: string }> {
  const requests: { headers: Record<string, string>; body: string }[] = [];
  const client = new SSMContactsClient({
    endpoint: 'http://127.0.0.1:1',
    region: 'us-east-1',
    credentials,
    ...(sentAt && { systemClockOffset: sentAt.getTime() - Date.now() }),
    ...config,
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: { headers: Record<string, string>; body: string }) => {
        requests.push(request);
        throw new Error('not sent');
      },
    } as never,
  });
  await client.send(new ListContactsCommand({ AliasPrefix: 'a' })).catch(() => {});
  const [request] = requests;
  if (request === undefined) throw new Error('nothing was sent');
  const headers = Object.entries(request.headers).map(([name, text]) => [name.toLowerCase(), text]);
  return { headers: Object.fromEntries(headers), body: request.body };
}

async function refusal(request: SignedRequest, now?: () => number): Promise<string> {
  try {
    await signatureCheck(credentials, 'us-east-1', now)(request);
    return 'none';
  } catch (error) {
    const { type, message } = error as ServiceError;
    return `${type}: ${message}`;
  }
}

describe('the check of signatures', () => {
  it('takes what the SDK signs, temporary credentials too', async () => {
    expect(await refusal(await signed())).toBe('none');
    const session = { ...credentials, sessionToken: 'FwoGZXIvYXdzEXAMPLE' };
    expect(await refusal(await signed({ credentials: session }))).toBe('none');
  });

  it('takes spaces and headers in any way that the scheme makes equal', async () => {
    const { headers, body } = await signed();
    const spaced = { ...headers, 'content-type': ' application/x-amz-json-1.1  ' };
    expect(await refusal({ headers: spaced, body })).toBe('none');
    expect(await refusal({ headers: { ...headers, 'x-proxy': 'new' }, body })).toBe('none');
  });

  it.each<readonly [string, string, (request: { headers: Record<string, string> }) => object]>([
    ['no signature', 'MissingAuthenticationTokenException', () => ({ headers: {} })],
    [
      'a signature of another scheme',
      "IncompleteSignatureException: Authorization header requires 'Credential' parameter.",
      ({ headers }) => ({ headers: { ...headers, authorization: 'Basic Y=' } }),
    ],
    [
      'no date',
      "IncompleteSignatureException: Authorization header requires existence of a 'X-Amz-Date'",
      ({ headers }) => ({ headers: { ...headers, 'x-amz-date': undefined } }),
    ],
    [
      'a date that is none',
      'InvalidSignatureException: Date in Credential scope',
      ({ headers }) => ({ headers: { ...headers, 'x-amz-date': 'yesterday' } }),
    ],
    [
      'another body',
      'InvalidSignatureException: The request signature we calculated does not match',
      () => ({ body: '{"AliasPrefix":"b"}' }),
    ],
    [
      'another operation',
      'InvalidSignatureException: The request signature',
      ({ headers }) => ({ headers: { ...headers, 'x-amz-target': 'SSMContacts.ListRotations' } }),
    ],
    [
      'a signature of another length',
      'InvalidSignatureException: The request signature',
      ({ headers: { authorization = '', ...rest } }) => ({
        headers: { ...rest, authorization: authorization.slice(0, -1) },
      }),
    ],
    [
      'a signature in other letters',
      'InvalidSignatureException: The request signature',
      ({ headers: { authorization = '', ...rest } }) => ({
        headers: { ...rest, authorization: `${authorization.slice(0, -1)}ä` },
      }),
    ],
    [
      'an operation that is not signed',
      "InvalidSignatureException: 'x-amz-target' must be a 'SignedHeader'",
      ({ headers: { authorization = '', ...rest } }) => ({
        headers: { ...rest, authorization: authorization.replace(/;x-amz-target/, '') },
      }),
    ],
    [
      'the hash of another body, signed or not',
      'InvalidSignatureException: The request signature',
      ({ headers }) => ({ headers: { ...headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } }),
    ],
  ])('refuses %s', async (_name, error, change) => {
    const request = await signed();
    expect(await refusal(request)).toBe('none');
    expect(await refusal({ ...request, ...change(request) })).toContain(error);
  });

  it.each<readonly [string, string, SSMContactsClientConfig]>([
    [
      'credentials that are not known',
      'UnrecognizedClientException: The security token included in the request is invalid.',
      { credentials: { ...credentials, accessKeyId: 'AKIDOTHER' } },
    ],
    [
      'a wrong secret',
      'InvalidSignatureException: The request signature we calculated does not match',
      { credentials: { ...credentials, secretAccessKey: 'x' } },
    ],
    [
      'another Region',
      "InvalidSignatureException: Credential should be scoped to a valid Region, not 'eu-west-1'.",
      { region: 'eu-west-1' },
    ],
  ])('refuses %s', async (_name, error, config) => {
    expect(await refusal(await signed(config))).toContain(error);
  });

  it('refuses what was signed more than 5 minutes ago, or will be', async () => {
    const request = await signed();
    const [, date = ''] = /(\d{8}T\d{6}Z)/.exec(request.headers['x-amz-date'] ?? '') ?? [];
    const at = (minutes: number) => () => Date.now() + minutes * 60_000;
    expect(await refusal(request, at(4.9))).toBe('none');
    expect(await refusal(request, at(-4.9))).toBe('none');
    const late = await refusal(request, at(6));
    expect(late).toContain(`InvalidSignatureException: Signature expired: ${date} is now earlier`);
    expect(late).toMatch(/than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/);
    const early = await refusal(request, at(-6));
    expect(early).toContain(`InvalidSignatureException: Signature not yet current: ${date}`);
  });
});

describe('a service with credentials', () => {
  it('serves who has them, and tells others why not, as SDKs read it', async () => {
    const { url } = await startTestService({ credentials });
    const list = (secretAccessKey: string) =>
      new SSMContactsClient({
        endpoint: url,
        region: 'us-east-1',
        credentials: { ...credentials, secretAccessKey },
      }).send(new ListContactsCommand({}));
    expect((await list(credentials.secretAccessKey)).Contacts).toEqual([]);
    await expect(list('wrong')).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      $metadata: { httpStatusCode: 400 },
    });
    const { status, body } = await post(url, 'ListContacts', {});
    expect(status).toBe(400);
    expect((body as ErrorBody).__type).toBe('MissingAuthenticationTokenException');
  });

  it('does nothing that is not signed', async () => {
    const { url } = await startTestService({ credentials });
    const person = { Alias: 'a', Type: 'PERSONAL', Plan: { Stages: [] } };
    expect((await post(url, 'CreateContact', person)).status).toBe(400);
    const client = new SSMContactsClient({ endpoint: url, region: 'us-east-1', credentials });
    expect((await client.send(new ListContactsCommand({}))).Contacts).toEqual([]);
  });
});
