import type { DutyRules, RotationRules, ScheduleRules } from '@oncall/simulator';
import type { Change } from '../difference/change.ts';
import { isOurs, rotationName } from '../difference/match.ts';
import type { LiveRotation, LiveState } from '../live-state.ts';
import type { Resource } from '../resource.ts';
import { carriedOut } from './carried-out.ts';
import { rotationRules } from './rotation-rules.ts';

/** Who is on call by the live state, and who would be once its changes are carried out. */
export interface DutyChange {
  readonly before: DutyRules;
  readonly after: DutyRules;
}

/**
 * `project` is what `oncall/project` holds on resources of ours. People, rotations and schedules bear the NAMEs of the files, and where these have none, those of
 * the account. A rotation has one name on both sides where it goes on: as it is, made anew, or as
 * the one that takes another's place in a schedule. What does not change is one object in both.
 */
export function dutyChange(
  resources: readonly Resource[],
  live: LiveState,
  changes: readonly Change[],
  project: string,
): DutyChange {
  const later = carriedOut(live, changes);
  const afterNames = namesOf(later.rotations, project);
  const heirs = heirsOf(live, later, afterNames);
  const beforeNames = namesOf(live.rotations, project, new Map([...heirs, ...afterNames]));

  const personOf = peopleNames(resources, live);
  const known = new Map<LiveRotation, RotationRules | undefined>();
  const rulesOf = (rotation: LiveRotation) => {
    if (!known.has(rotation)) known.set(rotation, rotationRules(rotation, personOf));
    return known.get(rotation);
  };
  const scheduleNames = new Map(
    resources.flatMap((each): [string, string][] =>
      each.kind === 'schedule' ? [[each.input.Alias, each.name]] : [],
    ),
  );

  const duties = (state: LiveState, names: ReadonlyMap<string, string>): DutyRules => ({
    rotations: new Map(
      state.rotations.flatMap((rotation): [string, RotationRules][] => {
        const rules = rulesOf(rotation);
        return rules === undefined ? [] : [[names.get(rotation.arn) ?? rotation.arn, rules]];
      }),
    ),
    schedules: new Map(
      state.contacts.flatMap(({ alias, plan }): [string, ScheduleRules][] => {
        if (!('RotationIds' in plan)) return [];
        const rotations = plan.RotationIds.map((arn) => ({ name: names.get(arn) ?? arn }));
        return [[scheduleNames.get(alias) ?? alias, { rotations }]];
      }),
    ),
  });
  return { before: duties(live, beforeNames), after: duties(later, afterNames) };
}

/** By ARN: the name given, or the rotation's own; each name once. */
function namesOf(
  rotations: readonly LiveRotation[],
  project: string,
  given: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const rank = (each: LiveRotation) => (given.has(each.arn) ? 0 : isOurs(each, project) ? 1 : 2);
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const rotation of rotations.toSorted((one, other) => rank(one) - rank(other))) {
    const wanted = given.get(rotation.arn) ?? rotationName(rotation);
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${count})`;
    taken.add(name);
    names.set(rotation.arn, name);
  }
  return names;
}

/** By the ARN of a rotation that goes, the name of the one made that a schedule gets in its place. */
function heirsOf(
  live: LiveState,
  later: LiveState,
  afterNames: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const rotationsByAlias = (state: LiveState) =>
    new Map(
      state.contacts.map(({ alias, plan }): [string, readonly string[]] => {
        return [alias, 'RotationIds' in plan ? plan.RotationIds : []];
      }),
    );
  const laterRotations = rotationsByAlias(later);
  const there = new Set(live.rotations.map(({ arn }) => arn));
  const heirs = new Map<string, string>();
  for (const [alias, before] of rotationsByAlias(live)) {
    const after = laterRotations.get(alias) ?? [];
    const [gone, ...moreGone] = before.filter((arn) => !afterNames.has(arn));
    const [come, ...moreCome] = after.filter((arn) => !before.includes(arn));
    const heir = come === undefined || there.has(come) ? undefined : afterNames.get(come);
    if (gone === undefined || heir === undefined) continue;
    if (moreGone.length === 0 && moreCome.length === 0) heirs.set(gone, heir);
  }
  return heirs;
}

function peopleNames(resources: readonly Resource[], live: LiveState): (arn: string) => string {
  const names = new Map(live.contacts.map(({ arn, alias }) => [arn, alias]));
  for (const resource of resources) {
    if (resource.kind === 'contact') names.set(resource.arn ?? resource.id, resource.name);
  }
  // Of whom only the ARN is known, which ends in the alias.
  return (arn) => names.get(arn) ?? arn.slice(arn.lastIndexOf('/') + 1);
}
