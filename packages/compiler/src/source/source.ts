/** From an account back to source: the other way round than `lower`. */
import { kindOfType } from '../difference/words.ts';
import type { LiveContact, LiveRotation, LiveState } from '../live-state.ts';
import { projectTag } from '../ownership.ts';
import { type Document, formatted, variablesOf, writeDocument } from './document.ts';
import type { Extern } from './extern.ts';
import { judge } from './judge.ts';
import { nameAll } from './names.ts';
import { type OfOther, overridesToCome, type Selection, select } from './selection.ts';
import { hasGoneChannels } from './write-contact.ts';
import { overrideKey } from './write-rotation.ts';
import { rotationIds } from './write-schedule.ts';

export interface SourceOptions {
  /** What has the tag of another project is left out. */
  readonly project: string;
  readonly account: string;
  readonly region: string;
  /** Whether addresses stand in the text, and not in variables. */
  readonly inline: boolean;
  /** Aliases: these, and all that they need. All that there is where empty. */
  readonly only: readonly string[];
  /** What is found for a variable before `oncall.env` is looked at. */
  variable(name: string): string | undefined;
}

export interface Source {
  /** In the one form, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Addresses by variable: what the files need to be compiled. Empty where they are inline. */
  readonly variables: ReadonlyMap<string, string>;
  readonly managed: readonly Told[];
  /** What the language can't say: a comment in the files, and otherwise left alone. */
  readonly unmanaged: readonly Unmanaged[];
  /** What has the project's tag and is not in the files: an apply of these would delete it. */
  readonly wouldGo: readonly Unmanaged[];
  readonly externs: readonly Pick<Extern, 'name' | 'arn' | 'why'>[];
  readonly others: readonly OfOther[];
  /** People whose stages name channels that exist no more. */
  readonly withGoneChannels: readonly Told[];
  /** How many overrides were left out since their time is over. */
  readonly endedOverrides: number;
}

export interface Told {
  readonly kind: 'contact' | 'plan' | 'schedule' | 'rotation' | 'override';
  /** NAME; of an override that of its rotation. */
  readonly name: string;
}

export interface Unmanaged extends Told {
  readonly why: string;
}

/**
 * A project that says what an account holds, so that nothing is to be done but to tag it as this
 * project's. What can't be said so stays in it as a comment.
 */
export function source(live: LiveState, options: SourceOptions): Source {
  const { project, inline } = options;
  const selection = select(live, project, options.only);
  const names = nameAll(live, selection, project, (name, address) => {
    const set = options.variable(name);
    return set !== undefined && set !== address;
  });
  const variables: ReadonlyMap<string, string> = inline ? new Map() : variablesOf(selection, names);

  const refused = new Map<string, string>();
  const write = (): Document => {
    refuseSchedules(selection, live, refused);
    return writeDocument(selection, names, refused, options);
  };
  let document = write();
  for (;;) {
    const found = judge(document, live, project, (name) => variables.get(name));
    if (found.size === 0) break;
    for (const [key, why] of found) {
      if (refused.has(key)) throw new Error(`refused again: ${key}: ${why}`);
      refused.set(key, why);
    }
    document = write();
  }

  const told = (each: LiveContact | LiveRotation): Told => ({
    kind: 'alias' in each ? kindOfType[each.type] : 'rotation',
    name: names.of.get(each.arn) ?? '',
  });
  const all = [...selection.contacts, ...selection.rotations];
  const unmanaged = all.flatMap((each): readonly Unmanaged[] => {
    const why = refused.get(each.arn);
    if (why !== undefined) return [{ ...told(each), why }];
    if ('alias' in each) return [];
    return overridesToCome(each).flatMap((override) => {
      const reason = refused.get(overrideKey(each, override));
      if (reason === undefined) return [];
      return [{ kind: 'override', name: told(each).name, why: reason }];
    });
  });
  const managed = all.filter(({ arn }) => !refused.has(arn));
  const kept = new Set<LiveContact | LiveRotation>(managed);
  const wouldGo = [...live.contacts, ...live.rotations]
    .filter((each) => each.tags[projectTag] === project && !kept.has(each))
    .map((each) => ({ ...told(each), why: refused.get(each.arn) ?? 'It is not asked for.' }));
  return {
    files: new Map(document.files.map((file) => [file.path, formatted(file)])),
    variables,
    managed: managed.map(told),
    unmanaged,
    wouldGo,
    externs: document.externs.map(({ name, arn, why }) => ({ name, arn, why })),
    others: selection.others,
    withGoneChannels: managed
      .filter((each) => 'alias' in each && each.type === 'PERSONAL' && hasGoneChannels(each))
      .map(told),
    endedOverrides: selection.rotations
      .map((each) => each.overrides.length - overridesToCome(each).length)
      .reduce((sum, count) => sum + count, 0),
  };
}

/** Only rotations in the files have a name that a schedule can take. */
function refuseSchedules(
  { contacts, rotations }: Selection,
  live: LiveState,
  refused: Map<string, string>,
): void {
  const known = new Set(rotations.map(({ arn }) => arn).filter((arn) => !refused.has(arn)));
  for (const schedule of contacts) {
    if (schedule.type !== 'ONCALL_SCHEDULE' || refused.has(schedule.arn)) continue;
    const missing = rotationIds(schedule).find((arn) => !known.has(arn));
    if (missing === undefined) continue;
    const rotation = live.rotations.find(({ arn }) => arn === missing);
    const name = rotation === undefined ? 'that exists no more' : `"${rotation.name}"`;
    refused.set(schedule.arn, `It takes the rotation ${name}, which is not managed here.`);
  }
}
