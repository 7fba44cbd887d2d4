import type { Contact, ContactStage } from '@oncall/language';
import type { Arn } from '../arn.ts';
import { type Annotated, compose } from '../compose.ts';
import type { ContactResource, EngagementPlanResource } from '../resource.ts';
import type { Stage, StagePlan } from '../wire.ts';
import { aliased } from './aliased.ts';
import { channelId } from './channel.ts';
import type { Scope } from './scope.ts';

/** A contact as it is made: without stages, as they need its channels. */
export function contact(scope: Scope, declared: Contact): ContactResource {
  return aliased(scope, 'contact', declared, { Stages: [] });
}

/** The stages of a contact that has some. */
export function engagementPlan(declared: Contact): EngagementPlanResource | undefined {
  if (declared.stages.length === 0) return undefined;
  const of = `contact/${declared.alias}`;
  return {
    kind: 'engagement-plan',
    id: `engagement-plan/${declared.alias}`,
    name: declared.name,
    of,
    operation: 'UpdateContact',
    origin: declared.origin,
    ...compose<{ ContactId: Arn; Plan: StagePlan<Arn> }>({
      ContactId: { arnOf: of },
      Plan: { Stages: declared.stages.map((written) => stage(declared, written)) },
    }),
  };
}

function stage(
  declared: Contact,
  { minutes, origin, targets }: ContactStage,
): Annotated<Stage<Arn>> {
  return {
    DurationInMinutes: { value: minutes, origin },
    Targets: targets.map((target) => ({
      ChannelTargetInfo: {
        ContactChannelId: {
          value: { arnOf: channelId(declared.alias, target.channel) },
          origin: target.origin,
        },
        RetryIntervalInMinutes: target.retry,
      },
    })),
  };
}
