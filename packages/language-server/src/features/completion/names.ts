/** Names that may be referred to, with what people know them by. */
import {
  type Analysis,
  type Declared,
  declaredNames,
  type ExpectedThing,
  written,
} from '@oncall/language';
import { CompletionItemKind } from 'vscode-languageserver';
import { nearest } from './nearest.ts';
import type { Proposal } from './proposal.ts';

type Thing<Kind extends ExpectedThing['kind']> = Extract<ExpectedThing, { kind: Kind }>;

export function people(
  analysis: Analysis,
  { kinds, named }: Thing<'person'>,
  typed: string,
): readonly Proposal[] {
  const wanted = new Set<Declared['kind']>(kinds);
  return found(analysis, 'person', named, typed, ({ kind }) => wanted.has(kind)).map((each) =>
    referenceTo(each, 'person'),
  );
}

export function rotations(
  analysis: Analysis,
  named: ReadonlySet<string>,
  typed: string,
): readonly Proposal[] {
  return found(analysis, 'rotation', named, typed).map((each) => referenceTo(each, 'rotation'));
}

export function templates(
  analysis: Analysis,
  named: ReadonlySet<string>,
  typed: string,
): readonly Proposal[] {
  return found(analysis, 'template', named, typed).map(({ name }) => ({
    text: name,
    kind: CompletionItemKind.Module,
    documented: { kind: 'declared', set: 'template', name },
  }));
}

function found(
  analysis: Analysis,
  set: 'person' | 'rotation' | 'template',
  named: ReadonlySet<string>,
  typed: string,
  isWanted: (each: Declared) => boolean = () => true,
): readonly Declared[] {
  return nearest(typed, wanted(), byUse);

  function* wanted(): Iterable<Declared> {
    for (const each of declaredNames(analysis, set)) {
      if (isWanted(each) && !named.has(each.name)) yield each;
    }
  }
}

export function channels(
  analysis: Analysis,
  { channels: own, named }: Thing<'channel'>,
): readonly Proposal[] {
  const kind = CompletionItemKind.Field;
  if (own !== undefined) {
    return own
      .filter(({ name }) => !named.has(name))
      .map(({ name, label, type }) => ({ text: name, kind, detail: listed(type, label) }));
  }
  return written(analysis, 'channel')
    .filter(({ text }) => !named.has(text))
    .map(({ text, count }) => ({
      text,
      kind,
      detail: `channel of ${count} ${count === 1 ? 'contact' : 'contacts'}`,
    }));
}

function referenceTo(each: Declared, set: 'person' | 'rotation'): Proposal {
  const { name, kind, label } = each;
  const team = each.tag('team');
  return {
    text: `@${name}`,
    kind: icons[kind],
    detail: listed(label, kind === 'contact' ? undefined : kind, team && `team ${team}`),
    known: label,
    documented: { kind: 'declared', set, name },
  };
}

const icons: Record<Declared['kind'], CompletionItemKind> = {
  plan: CompletionItemKind.Event,
  schedule: CompletionItemKind.Interface,
  contact: CompletionItemKind.Class,
  extern: CompletionItemKind.Reference,
  rotation: CompletionItemKind.Struct,
  template: CompletionItemKind.Module,
};

const kindsInOrder = ['plan', 'schedule', 'contact', 'extern', 'rotation', 'template'] as const;

function byUse(one: Declared, other: Declared): number {
  const kinds = kindsInOrder.indexOf(one.kind) - kindsInOrder.indexOf(other.kind);
  return kinds !== 0 ? kinds : one.name < other.name ? -1 : 1;
}

function listed(...parts: readonly (string | undefined)[]): string | undefined {
  const found = parts.filter((part) => part !== undefined);
  return found.length === 0 ? undefined : found.join(', ');
}
