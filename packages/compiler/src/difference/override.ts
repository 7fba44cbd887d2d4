import type { LiveOverride, LiveRotation } from '../live-state.ts';
import type { OverrideResource, RotationResource } from '../resource.ts';
import { type Call, type Change, note, property, type Reason, toDelete } from './change.ts';
import { overrideContents, overrideWords } from './contents.ts';
import { sameItems } from './engagement.ts';
import type { FreshId } from './fresh-id.ts';
import type { Match } from './match.ts';
import { liveOverrideSubject, overrideSubject, rotationSubject } from './subject.ts';
import { arnIn, creation, type View } from './view.ts';
import { instant, list } from './words.ts';

/**
 * What becomes of the overrides of one rotation. Nothing of an override can be updated. Those
 * that people made by hand stay, also through a replacement of their rotation, but for those of
 * exactly the time of a declared one: that time is the files' business. One that is over stays,
 * whoever made it: it matters to nobody any more.
 */
export function overrideChanges(
  rotation: RotationResource,
  resources: readonly OverrideResource[],
  match: Match<LiveRotation>,
  view: View,
  freshId: FreshId,
): readonly Change[] {
  const owner = rotationSubject(rotation);
  const rest = new Set(match.stays?.overrides ?? []);
  const pairs = pairUp(resources, rest, view);

  const gone = new Map<LiveOverride, Call>();
  const goes = (id: string, live: LiveOverride): Call => {
    const call = deletion(id, match.stays, live);
    gone.set(live, call);
    return call;
  };

  const unwanted = [...rest].flatMap((live): readonly Change[] => {
    const id = freshId(`override/${rotation.name}/${instant(live.startTime)}`, live.id);
    const subject = liveOverrideSubject(live);
    const change = { id, kind: 'override', of: rotation.id, subject, owner, holds: [] } as const;
    const words = overrideWords(live.contactIds.map(view.nameOf), live.endTime);
    const isDeclared = resources.some((resource) => samePeriod(resource, live));
    if (live.ended && !isDeclared) return [];
    if (!live.ours && !isDeclared) {
      const reasons = [note(`made by hand; ${words}`)];
      return [{ ...change, action: 'kept', reasons, calls: [], keeps: live.contactIds }];
    }
    const reason = isDeclared
      ? note('the files have another for the same time')
      : toDelete([words]);
    return [{ ...change, action: 'delete', reasons: [reason], calls: [goes(id, live)] }];
  });

  const onOld = match.goes.flatMap((old) => old.overrides);
  // Where one can't be made on the new rotation, the old rotation stays.
  const holds = match.goes.map((old) => old.arn);
  const wanted = resources.flatMap((resource): readonly Change[] => {
    const { id, of, origin } = resource;
    const live = pairs.get(resource);
    if (live !== undefined && isSame(resource, live, view)) return [];

    const subject = overrideSubject(resource);
    const change = { id, kind: 'override', of, subject, owner, origin, holds } as const;
    const made = creation(view, resource);
    if (live !== undefined) {
      const calls = [goes(id, live), made];
      return [{ ...change, action: 'replace', reasons: differences(resource, live, view), calls }];
    }
    const moves = onOld.some((old) => isSame(resource, old, view));
    return [
      {
        ...change,
        action: moves ? 'replace' : 'create',
        reasons: [
          moves ? note('made again on the new rotation') : overrideContents(resource, view),
        ],
        calls: [made],
      },
    ];
  });

  const carried = handMade(match, resources).map((live): Change => {
    const id = freshId(`override/${rotation.name}/${instant(live.startTime)}`, live.id);
    return {
      id,
      kind: 'override',
      action: 'replace',
      of: rotation.id,
      subject: liveOverrideSubject(live),
      owner,
      reasons: [note('made by hand; made again on the new rotation')],
      calls: [copy(id, rotation, live, view)],
      holds,
      keeps: live.contactIds,
    };
  });

  return [...wanted.map((change) => afterOverlapping(change, gone)), ...carried, ...unwanted];
}

/** Pairs what is declared with what is live, which is taken from `rest`. */
function pairUp(
  resources: readonly OverrideResource[],
  rest: Set<LiveOverride>,
  view: View,
): ReadonlyMap<OverrideResource, LiveOverride> {
  const likenesses: readonly ((resource: OverrideResource, live: LiveOverride) => boolean)[] = [
    (resource, live) => isSame(resource, live, view),
    samePeriod,
    (resource, live) => live.ours && (sameStart(resource, live) || sameEnd(resource, live)),
  ];
  const pairs = new Map<OverrideResource, LiveOverride>();
  for (const alike of likenesses) {
    for (const resource of resources) {
      if (pairs.has(resource)) continue;
      const live = [...rest].find((each) => alike(resource, each));
      if (live === undefined) continue;
      pairs.set(resource, live);
      rest.delete(live);
    }
  }
  return pairs;
}

/** What people made by hand on rotations that go, and is not on the one that stays. */
function handMade(
  { stays, goes }: Match<LiveRotation>,
  resources: readonly OverrideResource[],
): readonly LiveOverride[] {
  const carried: LiveOverride[] = [];
  for (const live of goes.flatMap((rotation) => rotation.overrides)) {
    const isThere = [...(stays?.overrides ?? []), ...carried].some(
      (other) =>
        other.startTime === live.startTime &&
        other.endTime === live.endTime &&
        sameItems(other.contactIds, live.contactIds),
    );
    const isDeclared = resources.some((resource) => samePeriod(resource, live));
    if (!live.ours && !live.ended && !isThere && !isDeclared) carried.push(live);
  }
  return carried;
}

function copy(id: string, rotation: RotationResource, live: LiveOverride, view: View): Call {
  return {
    id,
    operation: 'CreateRotationOverride',
    input: {
      RotationId: view.arnOf(rotation.id) ?? { arnOf: rotation.id },
      NewContactIds: live.contactIds,
      StartTime: live.startTime,
      EndTime: live.endTime,
    },
    phase: 'override',
    origin: rotation.origin,
    uses: [rotation.id],
    handMade: true,
  };
}

function deletion(id: string, rotation: LiveRotation | undefined, live: LiveOverride): Call {
  return {
    id: `${id}#delete`,
    operation: 'DeleteRotationOverride',
    input: { RotationId: rotation?.arn, RotationOverrideId: live.id },
    phase: 'override-deletion',
    frees: live.contactIds,
  };
}

/** What two overrides of one time would do is documented nowhere, so the old one goes first. */
function afterOverlapping(change: Change, gone: ReadonlyMap<LiveOverride, Call>): Change {
  const calls = change.calls.map((call): Call => {
    if (call.operation !== 'CreateRotationOverride') return call;
    const { StartTime, EndTime } = call.input as { StartTime: number; EndTime: number };
    const after = [...gone]
      .filter(([live]) => live.startTime < EndTime && StartTime < live.endTime)
      .map(([, deletion]) => deletion.id);
    return { ...call, after };
  });
  return { ...change, calls };
}

function differences(
  resource: OverrideResource,
  live: LiveOverride,
  view: View,
): readonly Reason[] {
  const { NewContactIds, StartTime, EndTime } = resource.input;
  const because = "an override can't be changed in place";
  const reasons: Reason[] = [];
  if (!sameStart(resource, live)) {
    reasons.push(property('start', instant(live.startTime), instant(StartTime), because));
  }
  if (!sameEnd(resource, live)) {
    reasons.push(property('end', instant(live.endTime), instant(EndTime), because));
  }
  if (!sameMembers(resource, live, view)) {
    const before = list(live.contactIds.map(view.nameOf));
    reasons.push(property('members', before, list(NewContactIds.map(view.nameOf)), because));
  }
  return reasons;
}

/** Whether an override is as the files say, whoever made it. */
export function isSame(resource: OverrideResource, live: LiveOverride, view: View): boolean {
  return samePeriod(resource, live) && sameMembers(resource, live, view);
}

function samePeriod(resource: OverrideResource, live: LiveOverride): boolean {
  return sameStart(resource, live) && sameEnd(resource, live);
}

function sameStart({ input }: OverrideResource, live: LiveOverride): boolean {
  return input.StartTime === Math.floor(live.startTime);
}

function sameEnd({ input }: OverrideResource, live: LiveOverride): boolean {
  return input.EndTime === Math.floor(live.endTime);
}

function sameMembers({ input }: OverrideResource, live: LiveOverride, view: View): boolean {
  const members = input.NewContactIds.map((member) => arnIn(view, member) ?? '');
  return sameItems(members, live.contactIds);
}
