/** Names that may be referred to, with what people know them by. */
import {
  type Analysis,
  type Declared,
  declaredNames,
  type ExpectedThing,
  written,
} from '@oncall/language';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Proposal } from './proposal.ts';

type Thing<Kind extends ExpectedThing['kind']> = Extract<ExpectedThing, { kind: Kind }>;

export function people(
  analysis: Analysis,
  { kinds, named }: Thing<'person'>,
  typed: string,
): readonly Proposal[] {
  const wanted = new Set<Declared['kind']>(kinds);
  const found: Declared[] = [];
  for (const each of declaredNames(analysis, 'person')) {
    if (wanted.has(each.kind) && !named.has(each.name)) found.push(each);
  }
  // Of very many, those that are shown are told apart later; all of them need no order.
  const ordered = found.length > mostOrdered && typed.length < 2 ? found : found.sort(byUse);
  return ordered.map((each) => referenceTo(each, 'person'));
}

const mostOrdered = 2_000;

export function rotations(analysis: Analysis, named: ReadonlySet<string>): readonly Proposal[] {
  return [...declaredNames(analysis, 'rotation')]
    .filter(({ name }) => !named.has(name))
    .sort(byUse)
    .map((each) => referenceTo(each, 'rotation'));
}

export function templates(analysis: Analysis, named: ReadonlySet<string>): readonly Proposal[] {
  return [...declaredNames(analysis, 'template')]
    .filter(({ name }) => !named.has(name))
    .sort(byUse)
    .map(({ name }) => ({
      text: name,
      kind: CompletionItemKind.Module,
      documented: { kind: 'declared', set: 'template', name },
    }));
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
