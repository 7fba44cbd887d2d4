import { groupBy } from '../group-by.ts';
import type {
  AliasedResource,
  ChannelResource,
  EngagementPlanResource,
  OverrideResource,
  Resource,
  RotationResource,
} from '../resource.ts';

/** Resources by kind, and what belongs to others by whom it belongs to. */
export interface Declared {
  readonly resources: readonly Resource[];
  readonly contacts: readonly AliasedResource[];
  readonly schedules: readonly AliasedResource[];
  readonly plans: readonly AliasedResource[];
  readonly rotations: readonly RotationResource[];
  channelsOf(contact: string): readonly ChannelResource[];
  engagementOf(contact: string): EngagementPlanResource | undefined;
  overridesOf(rotation: string): readonly OverrideResource[];
}

export function arrange(resources: readonly Resource[]): Declared {
  const ofKind = <Kind extends Resource['kind']>(kind: Kind) =>
    resources.filter(
      (resource): resource is Extract<Resource, { kind: Kind }> => resource.kind === kind,
    );
  const owner = ({ of }: { readonly of: string }) => of;
  const channels = groupBy(ofKind('channel'), owner);
  const engagements = groupBy(ofKind('engagement-plan'), owner);
  const overrides = groupBy(ofKind('override'), owner);
  return {
    resources,
    contacts: ofKind('contact'),
    schedules: ofKind('schedule'),
    plans: ofKind('plan'),
    rotations: ofKind('rotation'),
    channelsOf: (contact) => channels.get(contact) ?? [],
    engagementOf: (contact) => engagements.get(contact)?.[0],
    overridesOf: (rotation) => overrides.get(rotation) ?? [],
  };
}
