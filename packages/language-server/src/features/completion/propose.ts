/** From what is expected at a place to what is proposed there, the most useful first. */
import type { Expected, ExpectedThing } from '@oncall/language';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { codes, ignoreComment } from './codes.ts';
import { channels, people, rotations, templates } from './names.ts';
import { most } from './nearest.ts';
import type { Proposal } from './proposal.ts';
import { snippetOf } from './snippets.ts';
import {
  dateTimes,
  days,
  durations,
  integers,
  tagKeys,
  tagValues,
  times,
  variables,
  zones,
} from './values.ts';

export interface Proposals {
  readonly proposals: readonly Proposal[];
  /** Whether there are more, which more letters would bring. */
  readonly cut: boolean;
}

export function propose(snapshot: Snapshot, expected: Expected, typed: string): Proposals {
  const proposals = inOrder(expected.things)
    .filter((thing) => mayBegin(thing, typed))
    .flatMap((thing) => proposalsFor(snapshot, thing, expected, typed));
  return { proposals, cut: proposals.length >= most };
}

/** What goes on with an item stands before what begins another. */
function inOrder(things: readonly ExpectedThing[]): readonly ExpectedThing[] {
  const begins = (thing: ExpectedThing): boolean =>
    thing.kind === 'item' || thing.kind === 'declaration';
  return [...things.filter((it) => !begins(it)), ...things.filter(begins)];
}

/** A sign that is typed says what is meant. */
function mayBegin({ kind }: ExpectedThing, typed: string): boolean {
  if (typed.startsWith('@')) return kind === 'person' || kind === 'rotation';
  return typed.startsWith('$') ? kind === 'variable' : true;
}

function proposalsFor(
  snapshot: Snapshot,
  thing: ExpectedThing,
  { inside }: Expected,
  typed: string,
): readonly Proposal[] {
  const { analysis } = snapshot;
  switch (thing.kind) {
    case 'declaration':
    case 'item':
    case 'word': {
      const within = thing.kind === 'declaration' ? null : thing.in;
      return [
        {
          text: thing.word,
          kind: CompletionItemKind.Keyword,
          snippet: thing.kind === 'word' ? undefined : snippetOf(thing.word, within ?? undefined),
          documented: { kind: 'word', word: thing.word, in: within },
        },
      ];
    }
    case 'new-name':
      return thing.names.slice(0, most).map((text) => ({
        text,
        kind: CompletionItemKind.Reference,
        detail: 'not declared yet',
      }));
    case 'person':
      return people(analysis, thing, typed);
    case 'rotation':
      return rotations(analysis, thing.named, typed);
    case 'template':
      return templates(analysis, thing.named, typed);
    case 'channel':
      return channels(analysis, thing);
    case 'code':
      return codes(thing);
    case 'ignore':
      return ignoreComment;
    case 'day':
      return days();
    case 'zone':
      return zones(analysis, inside === 'string', typed);
    case 'variable':
      return variables(analysis, typed);
    case 'tag-key':
      return tagKeys(analysis, thing.named);
    case 'tag-value':
      return tagValues(analysis, thing.key, inside === 'string');
    case 'duration':
      return durations(analysis, thing.of);
    case 'time':
      return times(analysis);
    case 'date-time':
      return dateTimes(snapshot);
    case 'integer':
      return integers(analysis, thing.of);
  }
}
