/** Compares what a contact, plan or schedule does when it is engaged: stages, or rotations. */
import type { Arn } from '../arn.ts';
import type { ContactPlan, Stage, Target } from '../wire.ts';
import { property, type Reason } from './change.ts';
import { arnIn, type View } from './view.ts';
import { list } from './words.ts';

/**
 * Why a live plan differs; nothing where it does not. The targets of a stage are engaged at once
 * and the rotations of a schedule stand side by side, so their order is no difference. `exists`
 * tells of a channel whether it is still there: targets that are not are ignored by the service,
 * and here where that makes all the rest equal.
 */
export function compareEngagement(
  wanted: ContactPlan<Arn>,
  live: ContactPlan,
  view: View,
  exists: (channel: string) => boolean,
): readonly Reason[] {
  const { stages: before, rotations } = partsOf(live);
  if ('RotationIds' in wanted) {
    if (sameItems(wanted.RotationIds.map(key(view)), rotations)) return [];
    return [
      property(
        'rotations',
        list(rotations.map(view.nameOf)),
        list(wanted.RotationIds.map(view.nameOf)),
      ),
    ];
  }
  const withoutGone = before.map((stage) => ({
    ...stage,
    Targets: stage.Targets.filter((target) => !isGone(target, exists)),
  }));
  if (stageReasons(wanted.Stages, withoutGone, view).length === 0) return [];
  return stageReasons(wanted.Stages, before, view);
}

/** Each ARN that a plan refers to. */
export function referencesOf(plan: ContactPlan): readonly string[] {
  const { stages, rotations } = partsOf(plan);
  return [
    ...rotations,
    ...stages.flatMap(({ Targets }) => Targets.flatMap((target) => idOf(target) ?? [])),
  ];
}

/** A plan that is read may have an empty list beside the one that it is made of. */
function partsOf(live: ContactPlan): {
  readonly stages: readonly Stage[];
  readonly rotations: readonly string[];
} {
  return {
    stages: 'Stages' in live ? live.Stages : [],
    rotations: 'RotationIds' in live ? live.RotationIds : [],
  };
}

function stageReasons(
  wanted: readonly Stage<Arn>[],
  live: readonly Stage[],
  view: View,
): readonly Reason[] {
  const reasons: Reason[] = [];
  for (let index = 0; index < Math.max(wanted.length, live.length); index++) {
    const name = `stage ${index + 1}`;
    const before = live[index];
    const after = wanted[index];
    if (before === undefined || after === undefined) {
      reasons.push(property(name, stageWords(before, view), stageWords(after, view)));
      continue;
    }
    if (before.DurationInMinutes !== after.DurationInMinutes) {
      reasons.push(property(name, minutes(before), minutes(after)));
    }
    const targetKey = keyOfTarget(view);
    if (!sameItems(after.Targets.map(targetKey), before.Targets.map(targetKey))) {
      reasons.push(property(name, targetWords(before, view), targetWords(after, view)));
    }
  }
  return reasons;
}

function isGone(target: Target, exists: (channel: string) => boolean): boolean {
  return 'ChannelTargetInfo' in target && !exists(target.ChannelTargetInfo.ContactChannelId);
}

function idOf<Id>(target: Target<Id>): Id | undefined {
  return 'ChannelTargetInfo' in target
    ? target.ChannelTargetInfo.ContactChannelId
    : target.ContactTargetInfo.ContactId;
}

/** Equal for what is the same; one whose ARN is not known yet is like nothing that is live. */
function key(view: View): (reference: Arn) => string {
  return (reference) => arnIn(view, reference) ?? JSON.stringify(reference);
}

function keyOfTarget(view: View): (target: Target<Arn>) => string {
  return (target) => {
    const id = idOf(target);
    return `${id === undefined ? '' : key(view)(id)} ${manner(target)}`;
  };
}

/** How a target is engaged. A retry after no time at all is none. */
function manner(target: Target<Arn>): string {
  if ('ContactTargetInfo' in target) {
    return target.ContactTargetInfo.IsEssential ? ' essential' : '';
  }
  const retry = target.ChannelTargetInfo.RetryIntervalInMinutes ?? 0;
  return retry === 0 ? '' : ` retry ${retry}m`;
}

function stageWords(stage: Stage<Arn> | undefined, view: View): string | undefined {
  if (stage === undefined) return undefined;
  const targets = targetWords(stage, view);
  return targets === undefined ? minutes(stage) : `${minutes(stage)} ${targets}`;
}

function targetWords(stage: Stage<Arn>, view: View): string | undefined {
  const targets = stage.Targets.map((target) => {
    const id = idOf(target);
    return `notify ${id === undefined ? 'nobody' : view.nameOf(id)}${manner(target)}`;
  });
  return targets.length === 0 ? undefined : targets.join(', ');
}

function minutes(stage: Stage<Arn>): string {
  return `${stage.DurationInMinutes}m`;
}

/** Whether two lists hold the same, in whatever order. */
export function sameItems(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  const sorted = other.toSorted();
  return one.toSorted().every((item, index) => item === sorted[index]);
}
