/** What the thing under the pointer is, and what it does from now on. */
import { thingAt } from '@oncall/language';
import type { Hover, HoverParams } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { describe } from './hover/describe.ts';
import { markup } from './hover/markdown.ts';

export function hover(snapshot: Snapshot, { position }: HoverParams): Hover | null {
  const { analysis, file, client } = snapshot;
  const found = thingAt(analysis, file.path, snapshot.offsetAt(position));
  const words = found && describe(found.thing, snapshot);
  if (found === undefined || words === undefined) return null;
  return {
    contents: markup(words, client.capabilities.textDocument?.hover?.contentFormat),
    range: snapshot.rangeAt(found.span.start, found.span.end),
  };
}
