/** The comments of requests, as GitHub and GitLab serve them, in memory. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Requests {
  readonly url: string;
  /** Of all requests, by the path that lists them. */
  readonly comments: Map<string, Comment[]>;
  /** What each call gave for a token. */
  readonly tokens: Set<string>;
}

export interface Comment {
  readonly id: number;
  body: string;
}

export async function serveRequests(): Promise<Requests> {
  const comments = new Map<string, Comment[]>();
  const tokens = new Set<string>();
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://host');
    tokens.add(String(request.headers['private-token'] ?? request.headers.authorization));
    const send = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    const list = /\/(?:issues|merge_requests)\/\d+\/(?:comments|notes)$/.test(pathname);
    const kept = comments.get(pathname) ?? [];
    if (list && request.method === 'GET') {
      const size = Number(searchParams.get('per_page'));
      const from = (Number(searchParams.get('page')) - 1) * size;
      return send(200, kept.slice(from, from + size));
    }
    const { body } = JSON.parse(await textOf(request)) as { body: string };
    if (list && request.method === 'POST') {
      comments.set(pathname, [...kept, { id: kept.length + 1, body }]);
      return send(201, {});
    }
    const isChange = request.method === (pathname.includes('/notes/') ? 'PUT' : 'PATCH');
    const id = Number(/\/(?:issues\/comments|notes)\/(\d+)$/.exec(pathname)?.[1]);
    const found = [...comments.values()].flat().find((each) => each.id === id);
    if (!isChange || found === undefined) return send(404, {});
    found.body = body;
    return send(200, {});
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, comments, tokens };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}
