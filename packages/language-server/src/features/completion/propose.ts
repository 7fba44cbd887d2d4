/** From what is expected at a place to what is proposed there, the most useful first. */
import type { Expected, ExpectedThing } from '@oncall/language';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { codes, ignoreComment } from './codes.ts';
import { channels, people, rotations, templates } from './names.ts';
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
  const all: Proposal[] = [];
  let cut = false;
  for (const thing of inOrder(expected.things)) {
    if (!mayBegin(thing, typed)) continue;
    const found = proposalsFor(snapshot, thing, expected, typed);
    const kept = found.length > most ? nearestTo(typed, found) : found;
    if (kept.length < found.length) cut = true;
    for (const each of kept) all.push(each);
  }
  return { proposals: all, cut };
}

/** People see no more at once, and each costs time on its way. */
const most = 200;

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

/** Those that begin with what is typed, then those known so, then those that hold its letters. */
function nearestTo(typed: string, found: readonly Proposal[]): readonly Proposal[] {
  const wanted = typed.replace(/^[@"$]/, '').toLowerCase();
  const ranks: Proposal[][] = [[], [], []];
  for (const proposal of found) {
    const rank = rankOf(proposal, wanted);
    if (rank !== undefined) ranks[rank]?.push(proposal);
  }
  return ranks.flat().slice(0, most);
}

function rankOf({ text, known = '' }: Proposal, wanted: string): number | undefined {
  const name = text.replace(/^[@"$]/, '').toLowerCase();
  if (name.startsWith(wanted)) return 0;
  const words = known.toLowerCase();
  if (words.startsWith(wanted) || words.includes(` ${wanted}`)) return 1;
  return holds(name, wanted) ? 2 : undefined;
}

function holds(name: string, wanted: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
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
    case 'person':
      return people(analysis, thing, typed);
    case 'rotation':
      return rotations(analysis, thing.named);
    case 'template':
      return templates(analysis, thing.named);
    case 'channel':
      return channels(analysis, thing);
    case 'code':
      return codes(thing);
    case 'ignore':
      return ignoreComment;
    case 'day':
      return days();
    case 'zone':
      return zones(analysis, inside === 'string');
    case 'variable':
      return variables(analysis);
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
