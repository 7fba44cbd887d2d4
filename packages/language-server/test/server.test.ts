import { PassThrough } from 'node:stream';
import { afterEach, expect, it, vi } from 'vitest';
import { type ClientCapabilities, CodeLensRefreshRequest } from 'vscode-languageserver';
import { createConnection, createProtocolConnection } from 'vscode-languageserver/node';
import { serve } from '../src/server.ts';
import { memory } from './pictures.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A client, and what the server asks it to show anew. */
async function begun(capabilities: ClientCapabilities) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(createConnection(up, down), {
    fileSystem: memory(new Map()),
    environment: {},
    version: '0',
    now: () => Math.floor(Date.now() / 1_000),
    pageOf: () => undefined,
  });
  const client = createProtocolConnection(down, up);
  const asked: string[] = [];
  client.onRequest(CodeLensRefreshRequest.type, () => {
    asked.push(CodeLensRefreshRequest.method);
  });
  client.listen();
  const begin = () =>
    client.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
  await begin();
  await client.sendNotification('initialized', {});
  return { client, asked, begin };
}

it('has who is on call shown anew as a quarter of an hour begins', async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    now: Date.parse('2026-01-05T08:59:30Z'),
  });
  const { client, asked } = await begun({ workspace: { codeLens: { refreshSupport: true } } });
  const other = await begun({});
  const heard = async () => {
    for (const each of [client, other.client]) await each.sendRequest('oncall/tests', {});
    return [asked.length, other.asked.length];
  };
  await vi.advanceTimersByTimeAsync(29_000);
  expect(await heard()).toEqual([0, 0]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await heard()).toEqual([1, 0]);
  expect(asked).toEqual(['workspace/codeLens/refresh']);
  await vi.advanceTimersByTimeAsync(900_000);
  expect(await heard()).toEqual([2, 0]);
});

it('begins once', async () => {
  const { begin } = await begun({});
  await expect(begin()).rejects.toMatchObject({ code: -32600 });
});
