/** All that is taken from the AWS SDK. Bundled as a part of its own, loaded when AWS is called. */
export {
  CreateContactChannelCommand,
  CreateContactCommand,
  CreateRotationCommand,
  CreateRotationOverrideCommand,
  DeleteContactChannelCommand,
  DeleteContactCommand,
  DeleteRotationCommand,
  DeleteRotationOverrideCommand,
  GetContactCommand,
  ListContactChannelsCommand,
  ListContactsCommand,
  ListRotationOverridesCommand,
  ListRotationsCommand,
  ListTagsForResourceCommand,
  SSMContactsClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateContactChannelCommand,
  UpdateContactCommand,
  UpdateRotationCommand,
} from '@aws-sdk/client-ssm-contacts';
export { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
