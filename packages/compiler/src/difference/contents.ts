/** What a resource is made of, in a few words of the language, for those that are made. */
import { maskAddress } from '../mask-address.ts';
import type {
  AliasedResource,
  ChannelResource,
  EngagementPlanResource,
  OverrideResource,
  RotationResource,
} from '../resource.ts';
import { note, type Reason } from './change.ts';
import { planWords } from './engagement.ts';
import type { View } from './view.ts';
import { channelTypeWords, coverageWords, handOffWords, instant, quoted } from './words.ts';

export function aliasedContents(
  resource: AliasedResource,
  engagement: EngagementPlanResource | undefined,
  view: View,
): Reason {
  return note(planWords((engagement ?? resource).input.Plan, view));
}

/** The address is masked. */
export function channelContents({ input }: ChannelResource): Reason {
  const { Type, DeliveryAddress, DeferActivation } = input;
  const deferred = DeferActivation === true ? ', deferred' : '';
  return note(`${channelTypeWords[Type]} ${maskAddress(DeliveryAddress.SimpleAddress)}${deferred}`);
}

export function rotationContents({ input }: RotationResource, view: View): readonly Reason[] {
  const { ContactIds, StartTime, TimeZoneId, Recurrence } = input;
  const { NumberOfOnCalls, RecurrenceMultiplier } = Recurrence;
  const members = `members ${ContactIds.map(view.nameOf).join(' ')}`;
  const every = RecurrenceMultiplier === 1 ? [] : [`every ${RecurrenceMultiplier}`];
  const zone = `zone ${quoted(TimeZoneId)}`;
  const turns = [handOffWords(Recurrence), ...every, zone, `start ${instant(StartTime)}`];
  const cover = coverageWords(Recurrence);
  return [
    note(NumberOfOnCalls === 1 ? members : `${members}, on-call ${NumberOfOnCalls}`),
    note(turns.join(', ')),
    ...(cover === undefined ? [] : [note(`cover ${cover}`)]),
  ];
}

export function overrideContents({ input }: OverrideResource, view: View): Reason {
  return note(overrideWords(input.NewContactIds.map(view.nameOf), input.EndTime));
}

export function overrideWords(members: readonly string[], end: number): string {
  return `${members.length === 0 ? 'nobody' : members.join(' ')} until ${instant(end)}`;
}
