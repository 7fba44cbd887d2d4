/** Speaks AWS JSON 1.1: requests come in as bodies and headers, answers and errors go out. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Call, dispatch, operationOf } from './dispatch.ts';
import { cannotParse, ServiceError } from './service-error.ts';

/** A server that does not listen yet. Signatures are not looked at. */
export function createHttpServer(
  run: (call: Call) => Promise<object>,
  log: (line: string) => void,
): Server {
  return createServer((request, response) => {
    answer(request, response, run, log).catch(() => response.destroy());
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  run: (call: Call) => Promise<object>,
  log: (line: string) => void,
): Promise<void> {
  if (request.method !== 'POST' || request.url !== '/') {
    refuse(request, response, log, 404, 'The service answers POST / alone');
    return;
  }
  // Browsers send it, AWS tools do not: a page that someone has open must not reach addresses here.
  if (request.headers.origin !== undefined) {
    refuse(request, response, log, 403, 'The service answers no web page');
    return;
  }
  const operation = operationOf(request.headers['x-amz-target']);
  const name = operation ?? '-';
  try {
    const call = dispatch(operation, await read(request));
    send(response, 200, await run(call));
    log(`${name} 200`);
  } catch (error) {
    // The client went away before it had said all.
    if (!request.complete) return;
    const { type, message, members } = asServiceError(error);
    const status = type === 'InternalServerException' ? 500 : 400;
    send(response, status, { __type: type, Message: message, ...members });
    log(`${name} ${status} ${type}${error instanceof ServiceError ? '' : ` ${origin(error)}`}`);
  }
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  log: (line: string) => void,
  status: number,
  Message: string,
): void {
  request.resume();
  send(response, status, { Message });
  log(`- ${status}`);
}

/** Far above the largest request of the model, a policy. */
const LARGEST_BODY_IN_BYTES = 4 * 1024 * 1024;

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    // What is too much is read to its end all the same, so that the client hears the answer.
    if (size <= LARGEST_BODY_IN_BYTES) chunks.push(bytes);
  }
  if (size > LARGEST_BODY_IN_BYTES) throw cannotParse('The body is too large');
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  return new ServiceError('InternalServerException', 'The local service failed: this is its bug');
}

/** Where an unexpected error arose, without its message, which could hold what nobody should see. */
function origin(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return `${error.name} ${frame?.trim() ?? ''}`;
}
