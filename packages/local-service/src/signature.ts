/** Checks AWS's signature of a request, Signature Version 4, and refuses as AWS does. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { SignatureV4 } from '@smithy/signature-v4';
import { ServiceError } from './service-error.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface SignedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A check that throws a ServiceError where a `POST /` is not signed with the credentials. */
export function signatureCheck(
  credentials: Credentials,
  region: string,
  /** Epoch milliseconds, by the real clock: that of clients. */
  now: () => number = Date.now,
): (request: SignedRequest) => Promise<void> {
  const { accessKeyId } = credentials;
  const signer = new SignatureV4({
    credentials,
    region,
    service: SIGNING_NAME,
    sha256: Sha256,
    applyChecksum: false,
  });
  return async ({ headers, body }) => {
    const claim = claimOf(headers);
    if (claim.accessKeyId !== accessKeyId) {
      throw new ServiceError(
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      );
    }
    checkScope(claim, region);
    const signingDate = checkDate(claim, now());
    const signed = claim.signedHeaders.map((name) => [name, String(headers[name] ?? '')] as const);
    const payload = headers['x-amz-content-sha256'];
    const { headers: expected } = await signer.sign(
      {
        method: 'POST',
        protocol: 'http:',
        hostname: '',
        path: '/',
        headers: Object.fromEntries(signed),
        body,
      },
      { signingDate, signableHeaders: new Set(claim.signedHeaders) },
    );
    const { signature } = partsOf(expected['authorization'] ?? '');
    // The library takes the hash of the body from this header, where it is signed.
    const isOfBody = payload === undefined || payload === hexOf(body);
    if (!isOfBody || !isSame(signature, claim.signature)) {
      throw invalidSignature(
        'The request signature we calculated does not match the signature you provided. ' +
          'Check your AWS Secret Access Key and signing method. ' +
          'Consult the service documentation for details.',
      );
    }
  };
}

const SIGNING_NAME = 'ssm-contacts';
const ALGORITHM = 'AWS4-HMAC-SHA256';
const MINUTES_OF_GRACE = 5;

/** What a request says of its signature. */
interface Claim {
  readonly accessKeyId: string;
  /** Date, Region, service and a last word that is always the same. */
  readonly scope: readonly string[];
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** As X-Amz-Date has it: `20261122T193000Z`. */
  readonly date: string;
}

function claimOf(headers: IncomingHttpHeaders): Claim {
  const { authorization } = headers;
  if (authorization === undefined) {
    throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  const { credential, signedHeaders, signature } = partsOf(authorization);
  const date = headers['x-amz-date'];
  const missing = [
    ...(credential ? [] : ["Authorization header requires 'Credential' parameter."]),
    ...(signature ? [] : ["Authorization header requires 'Signature' parameter."]),
    ...(signedHeaders ? [] : ["Authorization header requires 'SignedHeaders' parameter."]),
    ...(typeof date === 'string'
      ? []
      : ["Authorization header requires existence of a 'X-Amz-Date' header."]),
  ];
  if (missing.length > 0 || typeof date !== 'string') {
    throw new ServiceError('IncompleteSignatureException', missing.join(' '));
  }
  const [accessKeyId = '', ...scope] = credential.split('/');
  return { accessKeyId, scope, signedHeaders: signedHeaders.split(';'), signature, date };
}

/** The parts of an Authorization header; empty where one is missing. */
function partsOf(authorization: string) {
  const ofOurs = authorization.startsWith(`${ALGORITHM} `);
  const part = (name: string) =>
    (ofOurs && new RegExp(`[ ,]${name}=([^, ]*)`).exec(authorization)?.[1]) || '';
  return {
    credential: part('Credential'),
    signedHeaders: part('SignedHeaders'),
    signature: part('Signature'),
  };
}

function checkScope({ scope, date, signedHeaders }: Claim, region: string): void {
  const [day, scopeRegion, service, end] = scope;
  if (scopeRegion !== region) {
    throw invalidSignature(`Credential should be scoped to a valid Region, not '${scopeRegion}'.`);
  }
  if (service !== SIGNING_NAME) {
    throw invalidSignature(`Credential should be scoped to correct service: '${SIGNING_NAME}'.`);
  }
  if (day !== date.slice(0, 8) || end !== 'aws4_request') {
    throw invalidSignature('Date in Credential scope does not match X-Amz-Date.');
  }
  for (const name of ['host', 'x-amz-date', 'x-amz-target']) {
    if (!signedHeaders.includes(name)) {
      throw invalidSignature(`'${name}' must be a 'SignedHeader' in the AWS Authorization.`);
    }
  }
}

function checkDate({ date }: Claim, now: number): Date {
  const signed = new Date(date.replace(BASIC_FORMAT, '$1-$2-$3T$4:$5:$6Z'));
  if (!BASIC_FORMAT.test(date) || Number.isNaN(signed.getTime())) {
    throw new ServiceError(
      'IncompleteSignatureException',
      'Date must be in ISO-8601 basic format, such as 20261122T193000Z.',
    );
  }
  const grace = MINUTES_OF_GRACE * 60_000;
  if (signed.getTime() < now - grace) {
    throw invalidSignature(
      `Signature expired: ${date} is now earlier than ${basic(now - grace)} ` +
        `(${basic(now)} - ${MINUTES_OF_GRACE} min.)`,
    );
  }
  if (signed.getTime() > now + grace) {
    throw invalidSignature(
      `Signature not yet current: ${date} is still later than ${basic(now + grace)} ` +
        `(${basic(now)} + ${MINUTES_OF_GRACE} min.)`,
    );
  }
  return signed;
}

const BASIC_FORMAT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

function basic(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}

function invalidSignature(message: string): ServiceError {
  return new ServiceError('InvalidSignatureException', message);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

type Data = string | ArrayBuffer | ArrayBufferView;

/** SHA-256, keyed where a secret is given, as the library asks for it. */
class Sha256 {
  readonly #hash;

  constructor(secret?: Data) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytes(secret));
  }

  update(data: Data): void {
    this.#hash.update(bytes(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
}

function bytes(data: Data): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
