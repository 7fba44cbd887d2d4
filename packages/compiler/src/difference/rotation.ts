import type { Arn } from '../arn.ts';
import { originsWithin } from '../compose.ts';
import type { LiveRotation } from '../live-state.ts';
import type { OverrideResource, RotationResource } from '../resource.ts';
import type { CreateRotationInput } from '../wire.ts';
import { type Call, type Change, note, property, type Reason, toDelete } from './change.ts';
import { rotationContents } from './contents.ts';
import type { FreshId } from './fresh-id.ts';
import { type Match, rotationName } from './match.ts';
import { overrideChanges } from './override.ts';
import { compareRecurrence } from './recurrence.ts';
import { liveRotationSubject, rotationSubject } from './subject.ts';
import { compareTags } from './tags.ts';
import { arnIn, bind, creation, type View } from './view.ts';
import { instant, list, quoted } from './words.ts';

type Member = 'ContactIds' | 'StartTime' | 'TimeZoneId' | 'Recurrence';

interface Difference {
  readonly member: Member;
  readonly reason: Reason;
}

/** What can be changed in place and differs. */
export function compareRotation(
  { input }: RotationResource,
  live: LiveRotation,
  view: View,
): readonly Difference[] {
  const differences: Difference[] = [];
  const differ = (member: Member, word: string, before?: string, after?: string): void => {
    differences.push({ member, reason: property(word, before, after) });
  };
  // The order of members is the order of their turns.
  const members = input.ContactIds.map((member) => arnIn(view, member));
  const sameMembers =
    members.length === live.contactIds.length &&
    members.every((member, index) => member === live.contactIds[index]);
  if (!sameMembers) {
    const before = list(live.contactIds.map(view.nameOf));
    differ('ContactIds', 'members', before, list(input.ContactIds.map(view.nameOf)));
  }
  const start = Math.floor(live.startTime);
  if (start !== input.StartTime) {
    differ('StartTime', 'start', instant(start), instant(input.StartTime));
  }
  if (live.timeZoneId !== input.TimeZoneId) {
    differ('TimeZoneId', 'zone', quoted(live.timeZoneId), quoted(input.TimeZoneId));
  }
  for (const reason of compareRecurrence(input.Recurrence, live.recurrence)) {
    differences.push({ member: 'Recurrence', reason });
  }
  return differences;
}

/** What becomes of a rotation in the files, and of its overrides. */
export function rotationChanges(
  resource: RotationResource,
  overrides: readonly OverrideResource[],
  match: Match<LiveRotation>,
  view: View,
  freshId: FreshId,
): readonly Change[] {
  const { id, origin } = resource;
  const subject = rotationSubject(resource);
  const change = { id, kind: 'rotation', of: id, subject, owner: subject, origin } as const;
  if (match.blocked !== undefined) {
    const reasons = [note(match.blocked)];
    return [{ ...change, action: 'blocked', reasons, calls: [], holds: [] }];
  }

  const ofOverrides = overrideChanges(resource, overrides, match, view, freshId);
  // Whoever is on call by an override must be so on the new rotation before the old one goes.
  const madeOverrides = ofOverrides.flatMap(({ calls }) =>
    calls.filter((call) => call.operation === 'CreateRotationOverride').map((call) => call.id),
  );
  const deletionOf = (live: LiveRotation, of: string): Call => ({
    ...deletion(of, live),
    after: [id, ...madeOverrides],
  });
  const leftovers = (live: readonly LiveRotation[]) =>
    live.map((each): Change => {
      const leftover = freshId(id, each.arn);
      return {
        ...change,
        id: leftover,
        action: 'delete',
        reasons: [note('left over from a replacement that was cut short')],
        calls: [deletionOf(each, leftover)],
        holds: each.contactIds,
      };
    });

  if (match.stays !== undefined) {
    const own = update(resource, match.stays, match.adopted, view);
    return [...own, ...ofOverrides, ...leftovers(match.goes)];
  }

  const made = creation(view, resource);
  const [replaced, ...others] = match.goes;
  if (replaced === undefined) {
    return [
      {
        ...change,
        action: 'create',
        reasons: rotationContents(resource, view),
        calls: [made],
        holds: [],
      },
      ...ofOverrides,
    ];
  }
  const { Name } = resource.input;
  const because = "a rotation's name can't be changed in place";
  return [
    {
      ...change,
      action: 'replace',
      reasons: [
        property('name', quoted(replaced.name), quoted(Name), because),
        ...compareRotation(resource, replaced, view).map(({ reason }) => reason),
      ],
      calls: [made, deletionOf(replaced, id)],
      holds: replaced.contactIds,
    },
    ...ofOverrides,
    ...leftovers(others),
  ];
}

/** Of what is ours and not asked for, `gone` says why; its overrides go with it. */
export function rotationDeletion(live: LiveRotation, freshId: FreshId, gone?: string): Change {
  const id = freshId(`rotation/${rotationName(live)}`, live.arn);
  const subject = liveRotationSubject(live);
  return {
    id,
    kind: 'rotation',
    action: 'delete',
    of: id,
    subject,
    owner: subject,
    reasons: [toDelete(overridesAlong(live), gone)],
    calls: [deletion(id, live)],
    holds: live.contactIds,
  };
}

/** A rotation takes its overrides along, whoever made them. */
function overridesAlong({ overrides }: LiveRotation): readonly string[] {
  const left = overrides.filter((each) => !each.ended);
  if (left.length === 0) return [];
  const byHand = left.filter((each) => !each.ours).length;
  const what =
    left.length === 1 ? 'its override goes with it' : `its ${left.length} overrides go with it`;
  if (byHand === 0) return [what];
  const part = byHand === left.length ? '' : `${byHand} of them `;
  return [`${what}, ${part}made by hand`];
}

function deletion(id: string, live: LiveRotation): Call {
  return {
    id: `${id}#delete`,
    operation: 'DeleteRotation',
    input: { RotationId: live.arn },
    phase: 'rotation-deletion',
    deletes: live.arn,
    frees: [...live.contactIds, ...live.overrides.flatMap((each) => each.contactIds)],
  };
}

function update(
  resource: RotationResource,
  live: LiveRotation,
  adopted: boolean,
  view: View,
): readonly Change[] {
  const { id, origin, input } = resource;
  const subject = rotationSubject(resource);
  const differences = compareRotation(resource, live, view);
  const tags = compareTags(resource, live);
  const calls: Call[] = [...tags.calls];
  if (differences.length > 0) {
    // The service asks for the recurrence in every update.
    const members = [
      ...new Set<Member>([...differences.map(({ member }) => member), 'Recurrence']),
    ];
    const changed = pick(input, members);
    calls.push({
      id: `${id}#update`,
      operation: 'UpdateRotation',
      input: bind(view, { RotationId: live.arn, ...changed }),
      phase: 'rotation',
      origin,
      origins: originsWithin(resource.origins, members),
      ...(members.includes('ContactIds') && {
        uses: resource.uses,
        frees: live.contactIds.filter(
          (arn) => !input.ContactIds.some((member) => arnIn(view, member) === arn),
        ),
      }),
      after: tags.calls.map((each) => each.id),
    });
  }
  if (calls.length === 0) return [];
  const reasons = [...differences.map(({ reason }) => reason), ...tags.reasons];
  return [
    {
      id,
      kind: 'rotation',
      action: adopted ? 'adopt' : 'update',
      of: id,
      subject,
      owner: subject,
      reasons: adopted ? [note('exists, and is taken over'), ...reasons] : reasons,
      origin,
      calls,
      holds: live.contactIds,
    },
  ];
}

function pick(input: CreateRotationInput<Arn>, members: readonly Member[]): object {
  return Object.fromEntries(members.map((member) => [member, input[member]]));
}
