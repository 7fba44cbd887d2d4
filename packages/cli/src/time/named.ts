/** What `@NAME` or `KIND/NAME` on the command line means in a project. */
import type { Model } from '@oncall/language';
import { nearest } from '@oncall/language/suggest';
import { usageError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';

export type Kind = 'plan' | 'schedule' | 'rotation' | 'contact' | 'extern';

/** All that it may mean of the kinds wanted: one at least, and more only of different kinds. */
export function named<K extends Kind>(
  word: string,
  model: Model,
  kinds: readonly K[],
): readonly Named<K>[] {
  const [before = '', after] = word.split('/', 2);
  const name = after ?? word.replace(/^@/, '');
  const wanted = after === undefined ? kinds : kinds.filter((kind) => kind === before);
  const found = wanted.filter((kind) => namesOf(model, kind).has(name));
  if (found.length > 0) return found.map((kind) => ({ kind, name }));
  const names = kinds.flatMap((kind) => [...namesOf(model, kind).keys()]);
  const near = nearest(name, names);
  throw usageError(
    `the project has no ${kinds.join(' or ')} ${visible(word)}`,
    near === undefined || near === name ? offer([...new Set(names)]) : `Did you mean @${near}?`,
  );
}

function offer(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const shown = names.slice(0, most).map((name) => `@${name}`);
  const more = names.length > most ? ` and ${names.length - most} more` : '';
  return `It has: ${shown.join(', ')}${more}.`;
}

const most = 10;

export interface Named<K extends Kind> {
  readonly kind: K;
  readonly name: string;
}

function namesOf(model: Model, kind: Kind): ReadonlyMap<string, unknown> {
  const maps = {
    plan: model.plans,
    schedule: model.schedules,
    rotation: model.rotations,
    contact: model.contacts,
    extern: model.externs,
  };
  return maps[kind];
}
