/** Speaks AWS JSON 1.1: requests come in as bodies and headers, answers and errors go out. */
import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Control } from './control.ts';
import { type Call, dispatch, operationOf } from './dispatch.ts';
import type { Befall } from './faults/befall.ts';
import { errorAnswer, type HttpAnswer, jsonAnswer } from './http-answer.ts';
import { cannotParse } from './service-error.ts';
import type { SignedRequest } from './signature.ts';

export interface HttpServerOptions {
  readonly run: (call: Call) => Promise<object>;
  /** Throws a ServiceError where a request is not signed as it must be; undefined: anyone may call. */
  readonly checkSignature: ((request: SignedRequest) => Promise<void>) | undefined;
  /** What goes wrong with a call; undefined: nothing. */
  readonly befall: Befall | undefined;
  /** Answers what is asked beside the API, under `/_oncall/`. */
  readonly control: Control;
  readonly log: (line: string) => void;
}

/** A server that does not listen yet. */
export function createHttpServer(options: HttpServerOptions): Server {
  return createServer((request, response) => {
    serve(request, response, options).catch(() => response.destroy());
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpServerOptions,
): Promise<void> {
  const { log, befall, control } = options;
  const { method, url: path = '', headers } = request;
  // Browsers send it, AWS tools do not: a page that someone has open must not reach addresses here.
  if (headers.origin !== undefined) {
    request.resume();
    send(response, jsonAnswer(403, { Message: 'The service answers no web page' }));
    log('- 403');
    return;
  }
  if (path.startsWith('/_oncall/')) {
    const body = await read(request);
    const { remoteAddress } = request.socket;
    send(response, await control({ method, path, host: headers.host, remoteAddress, body }));
    return;
  }
  if (method !== 'POST' || path !== '/') {
    request.resume();
    send(response, jsonAnswer(404, { Message: 'The service answers POST / alone' }));
    log('- 404');
    return;
  }
  const body = await read(request);
  const call = () => answer(headers, body, options);
  const { fault, answer: sent } = befall ? await befall(call) : { answer: await call() };
  if (sent) send(response, sent);
  else request.socket.resetAndDestroy();
  const words = [
    operationOf(headers['x-amz-target']) ?? '-',
    ...(sent ? [sent.status] : ['reset']),
    ...(sent?.note === undefined ? [] : [sent.note]),
    ...(fault === undefined ? [] : [`(fault: ${fault})`]),
  ];
  log(words.join(' '));
}

async function answer(
  headers: IncomingHttpHeaders,
  body: string | undefined,
  { run, checkSignature }: HttpServerOptions,
): Promise<HttpAnswer> {
  try {
    if (body === undefined) throw cannotParse('The body is too large');
    await checkSignature?.({ headers, body });
    const call = dispatch(operationOf(headers['x-amz-target']), body);
    return jsonAnswer(200, await run(call));
  } catch (error) {
    return errorAnswer(error);
  }
}

/** Far above the largest request of the model, a policy. */
const LARGEST_BODY_IN_BYTES = 4 * 1024 * 1024;

/** Undefined where it is too large. Throws where the client goes away before it has said all. */
async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    // What is too much is read to its end all the same, so that the client hears the answer.
    if (size <= LARGEST_BODY_IN_BYTES) chunks.push(bytes);
  }
  return size > LARGEST_BODY_IN_BYTES ? undefined : Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, { status, contentType, body }: HttpAnswer): void {
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(body);
}
