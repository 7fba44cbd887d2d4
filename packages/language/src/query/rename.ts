/** Gives a name another, everywhere; or says in a sentence why not. */
import { type Analysis, stateOf } from '../analysis.ts';
import { aliasOf } from '../semantics/declare/declare.ts';
import { whyNoName } from '../semantics/declare/local.ts';
import type * as ast from '../syntax/ast.ts';
import type { Location } from '../text/piece.ts';
import { isName } from '../values/alias.ts';
import { quote } from '../values/string-literal.ts';
import { channelKey, occurrencesIn } from './occurrences.ts';
import { allPieces } from './pieces.ts';
import { type Mention, mentionsOf, type SymbolAt, symbolAt } from './symbol-at.ts';
import { type ThingAt, thingAt } from './thing-at.ts';

export interface Refused {
  readonly kind: 'refused';
  readonly sentence: string;
}

export interface Renamable {
  readonly kind: 'renamable';
  readonly symbol: SymbolAt;
  readonly mentions: readonly Mention[];
}

export interface Renamed {
  readonly kind: 'renamed';
  readonly edits: readonly { readonly location: Location; readonly text: string }[];
  /** What it means beyond the files, where it means something. */
  readonly consequence: string | undefined;
}

/** Whether what stands at an offset can be renamed. */
export function prepareRename(
  analysis: Analysis,
  path: string,
  offset: number,
): Renamable | Refused {
  const symbol = symbolAt(analysis, path, offset);
  if (symbol === undefined) return refused(whyNothing(thingAt(analysis, path, offset)));
  const { kind, name } = symbol;
  if (kind === 'extern') {
    return refused(
      `${name} is an extern contact, which lives elsewhere. Rename it there, and write its new name and ARN here.`,
    );
  }
  const mentions = mentionsOf(analysis, symbol);
  const given = mentions.filter(({ gives }) => gives);
  if (given.length === 0) return refused(`Nothing declares ${name}. Declare it first.`);
  if (kind !== 'channel' && given.length > 1) {
    return refused(`${given.length} declarations are named ${name}. Give each a name of its own.`);
  }
  if (mayStandInDamage(analysis, name)) {
    return refused(`Text that can't be read may name ${name} too. Mend its errors first.`);
  }
  return { kind: 'renamable', symbol, mentions };
}

export function rename(
  analysis: Analysis,
  path: string,
  offset: number,
  newName: string,
): Renamed | Refused {
  const prepared = prepareRename(analysis, path, offset);
  if (prepared.kind === 'refused') return prepared;
  const { symbol, mentions } = prepared;
  if (!isName(newName)) {
    const shown = newName === '' ? 'An empty text' : quote(newName);
    return refused(`${shown} is no name: ${whyNoName(newName)}`);
  }
  if (newName === symbol.name) return { kind: 'renamed', edits: [], consequence: undefined };
  const taken = whyTaken(analysis, prepared, newName);
  if (taken !== undefined) return refused(taken);
  return {
    kind: 'renamed',
    edits: mentions.map(({ location }) => ({ location, text: newName })),
    consequence: consequenceOf(prepared, newName),
  };
}

/** Text that can't be read may hold any of its words as a name. */
function mayStandInDamage(analysis: Analysis, name: string): boolean {
  for (const { piece } of allPieces(analysis)) if (piece.skippedNames.has(name)) return true;
  return false;
}

function refused(sentence: string): Refused {
  return { kind: 'refused', sentence };
}

function whyNothing(at: ThingAt | undefined): string {
  const why =
    at?.thing.kind === 'word' ? `${at.thing.word} is a word of the language.` : 'This is no name.';
  return `${why} Contacts, channels, plans, schedules, rotations, templates and the project can be renamed.`;
}

function whyTaken(
  analysis: Analysis,
  { symbol: { kind }, mentions }: Renamable,
  newName: string,
): string | undefined {
  if (kind === 'channel') {
    const holder = mentions.find(({ placed, declaration }) =>
      givesChannel(placed.piece, declaration, newName),
    );
    return (
      holder &&
      `Contact ${nameOf(holder.declaration)} has a channel ${newName} already. Take another name.`
    );
  }
  const { people, rotations, templates } = stateOf(analysis).scope;
  if (kind === 'rotation' || kind === 'template') {
    const taken = (kind === 'rotation' ? rotations : templates).has(newName);
    return taken ? `There is a ${kind} ${newName} already. Take another name.` : undefined;
  }
  if (kind === 'project') return undefined;
  const there = people.get(newName);
  if (there !== undefined) {
    return `There is ${aKind(there.declaration.kind)} ${newName} already. Take another name.`;
  }
  for (const { declaration, name } of people.values()) {
    if (
      declaration.kind !== 'extern' &&
      name.text !== newName &&
      aliasOf(declaration) === newName
    ) {
      return `AWS knows ${name.text} by the alias ${newName}. Take another name.`;
    }
  }
  return undefined;
}

function givesChannel(
  piece: Mention['placed']['piece'],
  declaration: ast.Declaration,
  name: string,
): boolean {
  if (declaration.kind !== 'contact') return false;
  return occurrencesIn(piece).some(
    (each) =>
      each.declaration === declaration &&
      each.gives &&
      each.key === channelKey('contact', nameOf(declaration), name),
  );
}

/** What AWS makes of the new name: it knows people by alias, rotations by name, and can't rename them. */
function consequenceOf({ symbol, mentions }: Renamable, newName: string): string | undefined {
  const { kind, name } = symbol;
  const declaration = mentions.find(({ gives }) => gives)?.declaration;
  if (declaration === undefined) return undefined;
  switch (declaration.kind) {
    case 'contact':
    case 'plan':
    case 'schedule':
      if (kind === 'channel' || hasAlias(declaration)) return undefined;
      return (
        `AWS knows this ${kind} as ${name}, and will see a new one, ${newName}: apply makes it and deletes ${name}. ` +
        `Add alias ${quote(name)} to keep it.`
      );
    case 'rotation':
      if (declaration.label !== undefined) return undefined;
      return (
        `AWS knows this rotation as ${name}, and will see a new one, ${newName}: apply makes it and deletes ${name}. ` +
        `Write ${quote(name)} behind the new name to keep it.`
      );
    case 'project':
      return (
        `What was applied is tagged as the project ${name}'s. ` +
        `As ${newName}, apply takes it over only with --adopt.`
      );
    default:
      return undefined;
  }
}

function hasAlias({
  items,
}: Extract<ast.Declaration, { readonly kind: 'contact' | 'plan' | 'schedule' }>) {
  return items.some((item) => item.kind === 'alias' && item.value !== undefined);
}

function nameOf(declaration: ast.Declaration): string {
  return declaration.kind === 'test' ? '' : (declaration.name?.text ?? '');
}

function aKind(kind: 'contact' | 'plan' | 'schedule' | 'extern'): string {
  return kind === 'extern' ? 'an extern contact' : `a ${kind}`;
}
