/**
 * What a project wants to exist, in the service's terms: each resource is the request that makes
 * it from nothing, with the place of every member that was written.
 */
import type { Origin } from '@oncall/language';
import type { Arn } from './arn.ts';
import type {
  CreateContactChannelInput,
  CreateContactInput,
  CreateRotationInput,
  CreateRotationOverrideInput,
  StagePlan,
} from './wire.ts';

export type Resource =
  | ContactResource
  | ChannelResource
  | EngagementPlanResource
  | RotationResource
  | OverrideResource
  | ScheduleResource
  | PlanResource;

interface Common {
  /** `contact/ALIAS`, `channel/ALIAS/NAME`, … */
  readonly id: string;
  /** The NAME in the language, without `@`. */
  readonly name: string;
  /** Of the declaration's name, or of the item. */
  readonly origin: Origin;
  /** By the path of the member in the input. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** Ids of the resources whose ARNs stand in the input. */
  readonly uses: readonly string[];
}

/** What the service calls a contact has an ARN that is known beforehand. */
interface Aliased extends Common {
  readonly operation: 'CreateContact';
  readonly input: CreateContactInput<Arn>;
  /** Undefined where account or Region is not known. */
  readonly arn: string | undefined;
}

/** Made with a blank plan: the plan needs the ARNs of channels, which need the contact. */
export interface ContactResource extends Aliased {
  readonly kind: 'contact';
}

export interface PlanResource extends Aliased {
  readonly kind: 'plan';
}

export interface ScheduleResource extends Aliased {
  readonly kind: 'schedule';
}

export type AliasedResource = ContactResource | PlanResource | ScheduleResource;

export interface ChannelResource extends Common {
  readonly kind: 'channel';
  readonly operation: 'CreateContactChannel';
  readonly input: CreateContactChannelInput<Arn>;
  /** Id of the contact. */
  readonly of: string;
}

/** The stages of a contact that has some, set once its channels are there. */
export interface EngagementPlanResource extends Common {
  readonly kind: 'engagement-plan';
  readonly operation: 'UpdateContact';
  readonly input: { readonly ContactId: Arn; readonly Plan: StagePlan<Arn> };
  /** Id of the contact. */
  readonly of: string;
}

export interface RotationResource extends Common {
  readonly kind: 'rotation';
  readonly operation: 'CreateRotation';
  readonly input: CreateRotationInput<Arn>;
}

export interface OverrideResource extends Common {
  readonly kind: 'override';
  readonly operation: 'CreateRotationOverride';
  readonly input: CreateRotationOverrideInput<Arn>;
  /** Id of the rotation. */
  readonly of: string;
}
