import type { Answer, Operation } from './service.ts';

/** Whether an answer has what AWS's model says that it always has: a proxy may have made it up. */
export function isWhole(operation: Operation, answer: Answer): boolean {
  const members = promised[operation] ?? [];
  return members.every((member) => answer[member] !== undefined && answer[member] !== null);
}

const promised: { readonly [Name in Operation]?: readonly string[] } = {
  CreateContact: ['ContactArn'],
  CreateContactChannel: ['ContactChannelArn'],
  CreateRotation: ['RotationArn'],
  CreateRotationOverride: ['RotationOverrideId'],
  DescribeEngagement: ['ContactArn', 'EngagementArn', 'Sender', 'Subject', 'Content'],
  GetContact: ['ContactArn', 'Alias', 'Type', 'Plan'],
  GetContactChannel: ['ContactArn', 'ContactChannelArn', 'Name', 'Type', 'DeliveryAddress'],
  GetRotation: ['RotationArn', 'Name', 'ContactIds', 'StartTime', 'TimeZoneId', 'Recurrence'],
  ListContactChannels: ['ContactChannels'],
  ListPagesByEngagement: ['Pages'],
  ListRotations: ['Rotations'],
  StartEngagement: ['EngagementArn'],
};
