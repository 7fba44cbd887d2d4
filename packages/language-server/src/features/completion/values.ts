/** Literals: those that the project writes already come first. */
import {
  type Analysis,
  localOfEpoch,
  type Usage,
  weekDays,
  written,
  zoneNames,
} from '@oncall/language';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { nearest } from './nearest.ts';
import type { Proposal } from './proposal.ts';

export function durations(analysis: Analysis, of: string): readonly Proposal[] {
  return valuesOf(analysis, `duration ${of}` as Usage, usualDurations[of] ?? usualDurations['ack']);
}

const usualDurations: Readonly<Record<string, readonly string[]>> = {
  stage: ['5m', '10m', '15m', '30m', '0m'],
  notify: ['1m', '2m', '5m'],
  ack: ['0m', '5m', '10m', '15m', '30m'],
};

export function times(analysis: Analysis): readonly Proposal[] {
  return valuesOf(analysis, 'time', ['09:00', '17:00', '00:00']);
}

export function integers(analysis: Analysis, of: string): readonly Proposal[] {
  return valuesOf(analysis, `integer ${of}` as Usage, of === 'monthly' ? ['1', '15'] : ['2']);
}

/** Today and tomorrow at nine, as UTC counts the days: a start to go on from. */
export function dateTimes({ now }: Snapshot): readonly Proposal[] {
  return [0, 1].map((days) => {
    const { year, month, day } = localOfEpoch(now + days * 86_400);
    const date = [String(year).padStart(4, '0'), two(month), two(day)].join('-');
    return {
      text: `${date}T09:00`,
      kind: CompletionItemKind.Value,
      detail: days === 0 ? 'today' : 'tomorrow',
    };
  });
}

export function days(): readonly Proposal[] {
  return weekDays.map((day) => ({
    text: day,
    kind: CompletionItemKind.EnumMember,
    documented: { kind: 'word', word: day, in: 'rotation' },
  }));
}

export function zones(analysis: Analysis, isInString: boolean, typed: string): readonly Proposal[] {
  const names = zoneNames();
  const known = new Set(names);
  const used = written(analysis, 'zone').filter(({ text }) => known.has(text));
  const usedNames = new Set(used.map(({ text }) => text));
  const all = [...new Set([...usedNames, ...names])].map((name) => {
    return { name, label: name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' ') };
  });
  return nearest(typed, all).map(({ name: zone, label }) => ({
    text: quoted(zone, isInString),
    kind: CompletionItemKind.Constant,
    detail: usedNames.has(zone) ? 'used in this project' : undefined,
    known: label,
    documented: { kind: 'zone', zone },
  }));
}

export function variables(analysis: Analysis, typed: string): readonly Proposal[] {
  const all = written(analysis, 'variable').map(({ text }) => ({ name: text }));
  return nearest(typed, all).map(({ name }) => ({
    text: `$${name}`,
    kind: CompletionItemKind.Variable,
  }));
}

export function tagKeys(analysis: Analysis, named: ReadonlySet<string>): readonly Proposal[] {
  return written(analysis, 'tag')
    .filter(({ text }) => !named.has(text))
    .map(({ text }) => ({
      text: isWord(text) ? text : quoted(text, false),
      kind: CompletionItemKind.Property,
    }));
}

export function tagValues(
  analysis: Analysis,
  key: string,
  isInString: boolean,
): readonly Proposal[] {
  return written(analysis, `tag ${key}`).map(({ text }) => ({
    text: quoted(text, isInString),
    kind: CompletionItemKind.Value,
  }));
}

function valuesOf(
  analysis: Analysis,
  usage: Usage,
  usual: readonly string[] = [],
): readonly Proposal[] {
  const used = written(analysis, usage).map(({ text }) => text);
  return [...new Set([...used, ...usual])].map((text) => ({
    text,
    kind: CompletionItemKind.Value,
    detail: used.includes(text) ? 'used in this project' : undefined,
  }));
}

function isWord(text: string): boolean {
  return /^[a-z_-][a-z0-9_-]*$/.test(text);
}

/** Values of tags and zones hold neither quotes nor backslashes where they are right. */
function quoted(text: string, isInString: boolean): string {
  return isInString ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
