/** Stands between the command line and a service, and does what networks and services do. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Call {
  /** From 0, of all calls. */
  readonly index: number;
  readonly operation: string;
  /** Whether it changes anything. */
  readonly writes: boolean;
  readonly input: Record<string, unknown>;
}

export type Fault =
  /** Answered so, and never forwarded. */
  | { readonly status: number; readonly body: string; readonly type?: string }
  /** The connection breaks before the call reaches the service, or after. */
  | 'reset'
  | 'lost';

export interface Proxy {
  readonly url: string;
  readonly calls: readonly Call[];
}

/** `fault` may do anything at a call, before it is forwarded; `after` likewise before the answer. */
export async function proxy(
  target: string,
  fault: (call: Call) => Fault | undefined | Promise<Fault | undefined>,
  after: (call: Call) => void = () => {},
): Promise<Proxy> {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') return send(response, { status: 404, body: '' });
    const body = await bodyOf(request);
    const operation = String(request.headers['x-amz-target']).replace('SSMContacts.', '');
    const writes = !/^(List|Get)/.test(operation);
    const call = { index: calls.length, operation, writes, input: JSON.parse(body) };
    calls.push(call);
    const failure = await fault(call);
    if (typeof failure === 'object') return send(response, failure);
    if (failure === 'reset') return request.socket.destroy();
    const answer = await fetch(target, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `SSMContacts.${operation}`,
      },
      body,
    });
    const text = await answer.text();
    after(call);
    if (failure === 'lost') return request.socket.destroy();
    send(response, { status: answer.status, body: text });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

/** An error of the service. */
export function refusal(type: string, message: string, members: object = {}, status = 400): Fault {
  return { status, body: JSON.stringify({ __type: type, Message: message, ...members }) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  return body;
}

function send(response: ServerResponse, { status, body, type }: Fault & object): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': type ?? 'application/x-amz-json-1.1' });
  response.end(body);
}
