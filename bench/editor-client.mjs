/** An editor as a server sees one: a process over stdio, told of keys and asked for answers, timed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { environment } from './measure.mjs';

/** Starts a server, a Node script with its parameters, in a folder. */
export async function openEditor(parameters, folder, variables = {}) {
  const server = spawn(process.execPath, parameters, {
    cwd: folder,
    env: { ...environment(), ...variables },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  server.once('exit', (code) => {
    if (code !== 0) throw new Error(`${parameters.join(' ')} ended with ${code}`);
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  let heard = () => {};
  connection.onNotification('textDocument/publishDiagnostics', (it) => heard(it));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ name: 'bench', uri }],
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
  });
  await connection.sendNotification('initialized', {});

  const uriOf = (name) => `${uri}/${name}`;
  const versions = new Map();

  /** When a file is published to have so many diagnostics; any where not given. */
  function published(name, count) {
    return new Promise((done, fail) => {
      const timer = setTimeout(
        () => fail(new Error(`not ${count} diagnostics of ${name}`)),
        120_000,
      );
      heard = ({ uri, diagnostics }) => {
        if (uri !== uriOf(name) || diagnostics.length !== (count ?? diagnostics.length)) return;
        clearTimeout(timer);
        done();
      };
    });
  }

  function open(name, text) {
    versions.set(name, 1);
    const textDocument = { uri: uriOf(name), languageId: 'oncall', version: 1, text };
    return connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Milliseconds from a key, an edit that changes diagnostics, until these are here. */
  async function key(name, { range, text }, count) {
    const version = versions.get(name) + 1;
    versions.set(name, version);
    const textDocument = { uri: uriOf(name), version };
    const there = published(name, count);
    const start = performance.now();
    connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ range, text }],
    });
    await there;
    return performance.now() - start;
  }

  /** Milliseconds of a request about a place, and what was answered. */
  async function ask(method, name, position) {
    const start = performance.now();
    const answer = await connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: uriOf(name) },
      position,
    });
    return { passed: performance.now() - start, answer };
  }

  async function close() {
    const ended = once(server, 'exit');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await ended;
    connection.dispose();
  }

  return { pid: server.pid, open, published, key, ask, close };
}
