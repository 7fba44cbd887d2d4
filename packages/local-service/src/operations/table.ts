/** All operations of the model. */
import type { Context } from '../context.ts';
import type { Input, OperationName, Output } from '../model/shapes.ts';
import {
  activateContactChannel,
  deactivateContactChannel,
  sendActivationCode,
} from './activation.ts';
import {
  createContactChannel,
  deleteContactChannel,
  getContactChannel,
  listContactChannels,
  updateContactChannel,
} from './contact-channels.ts';
import { getContactPolicy, putContactPolicy } from './contact-policies.ts';
import {
  createContact,
  deleteContact,
  getContact,
  listContacts,
  updateContact,
} from './contacts.ts';
import {
  describeEngagement,
  listEngagements,
  startEngagement,
  stopEngagement,
} from './engagements.ts';
import {
  acceptPage,
  describePage,
  listPageReceipts,
  listPageResolutions,
  listPagesByContact,
  listPagesByEngagement,
} from './pages.ts';
import {
  createRotationOverride,
  deleteRotationOverride,
  getRotationOverride,
  listRotationOverrides,
} from './rotation-overrides.ts';
import { listPreviewRotationShifts, listRotationShifts } from './rotation-shifts.ts';
import {
  createRotation,
  deleteRotation,
  getRotation,
  listRotations,
  updateRotation,
} from './rotations.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';

/**
 * Runs in a transaction, on a request that is valid by the model. What it throws undoes what it
 * wrote; a ServiceError is an answer, all else a bug.
 */
type Operation<O extends OperationName> = (context: Context, input: Input<O>) => Output<O>;

export const operations: { readonly [O in OperationName]: Operation<O> } = {
  CreateContact: createContact,
  GetContact: getContact,
  ListContacts: listContacts,
  UpdateContact: updateContact,
  DeleteContact: deleteContact,
  GetContactPolicy: getContactPolicy,
  PutContactPolicy: putContactPolicy,

  CreateContactChannel: createContactChannel,
  GetContactChannel: getContactChannel,
  ListContactChannels: listContactChannels,
  UpdateContactChannel: updateContactChannel,
  DeleteContactChannel: deleteContactChannel,
  ActivateContactChannel: activateContactChannel,
  DeactivateContactChannel: deactivateContactChannel,
  SendActivationCode: sendActivationCode,

  CreateRotation: createRotation,
  GetRotation: getRotation,
  ListRotations: listRotations,
  UpdateRotation: updateRotation,
  DeleteRotation: deleteRotation,
  ListRotationShifts: listRotationShifts,
  ListPreviewRotationShifts: listPreviewRotationShifts,

  CreateRotationOverride: createRotationOverride,
  GetRotationOverride: getRotationOverride,
  ListRotationOverrides: listRotationOverrides,
  DeleteRotationOverride: deleteRotationOverride,

  StartEngagement: startEngagement,
  StopEngagement: stopEngagement,
  DescribeEngagement: describeEngagement,
  ListEngagements: listEngagements,
  DescribePage: describePage,
  ListPagesByContact: listPagesByContact,
  ListPagesByEngagement: listPagesByEngagement,
  ListPageReceipts: listPageReceipts,
  ListPageResolutions: listPageResolutions,
  AcceptPage: acceptPage,

  TagResource: tagResource,
  UntagResource: untagResource,
  ListTagsForResource: listTagsForResource,
};
