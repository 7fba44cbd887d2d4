/** What the client said of itself when it began. */
import type { ClientCapabilities } from 'vscode-languageserver';
import type { Encoding } from './positions.ts';

export interface Client {
  readonly encoding: Encoding;
  readonly capabilities: ClientCapabilities;
}
