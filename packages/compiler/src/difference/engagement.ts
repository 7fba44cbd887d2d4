/** Compares what a contact, plan or schedule does when it is engaged: stages, or rotations. */
import type { Arn } from '../arn.ts';
import type { ContactPlan, Stage, Target } from '../wire.ts';
import { align } from './align.ts';
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
  const keyOf = keyOfStage(view);
  return align(live.map(keyOf), wanted.map(keyOf)).flatMap((pair): readonly Reason[] => {
    const before = pair.before === undefined ? undefined : live[pair.before];
    const after = pair.after === undefined ? undefined : wanted[pair.after];
    const name = `stage ${(pair.after ?? pair.before ?? 0) + 1}`;
    const words = before && after ? wordsOfDifference(before, after, view) : stageWords;
    return [property(name, before && words(before, view), after && words(after, view))];
  });
}

/** What of a stage is told: the part of it that differs, or all where both parts do. */
function wordsOfDifference(
  before: Stage,
  after: Stage<Arn>,
  view: View,
): (stage: Stage<Arn>, view: View) => string | undefined {
  if (before.DurationInMinutes === after.DurationInMinutes) return targetWords;
  const keyOf = keyOfTarget(view);
  return sameItems(before.Targets.map(keyOf), after.Targets.map(keyOf)) ? minutes : stageWords;
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

function keyOfStage(view: View): (stage: Stage<Arn>) => string {
  const targetKey = keyOfTarget(view);
  return ({ DurationInMinutes, Targets }) =>
    [DurationInMinutes, ...Targets.map(targetKey).toSorted()].join('\n');
}

function stageWords(stage: Stage<Arn>, view: View): string {
  const targets = targetWords(stage, view);
  return targets === undefined ? `${minutes(stage)} wait` : `${minutes(stage)} ${targets}`;
}

function targetWords(stage: Stage<Arn>, view: View): string | undefined {
  const targets = stage.Targets.map((target) => `notify ${shortTarget(target, view)}`);
  return targets.length === 0 ? undefined : targets.join(', ');
}

function shortTarget(target: Target<Arn>, view: View): string {
  const id = idOf(target);
  return `${id === undefined ? 'nobody' : view.nameOf(id)}${manner(target)}`;
}

/** All of a plan in short: `5m phone retry 2m; 10m text, mail`. */
export function planWords(plan: ContactPlan<Arn>, view: View): string {
  if ('RotationIds' in plan) {
    return `rotations ${list(plan.RotationIds.map(view.nameOf)) ?? 'none'}`;
  }
  const stages = plan.Stages.map((stage) => {
    const targets = stage.Targets.map((target) => shortTarget(target, view));
    return `${minutes(stage)} ${targets.length === 0 ? 'wait' : targets.join(', ')}`;
  });
  return stages.length === 0 ? 'no stages' : stages.join('; ');
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
