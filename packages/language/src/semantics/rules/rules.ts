/** Every rule that needs no clock. Their order is that of the catalogue, and changes nothing. */
import { contactWithoutChannel } from './contact-without-channel.ts';
import { contactWithoutStage } from './contact-without-stage.ts';
import { duplicateTarget } from './duplicate-target.ts';
import { emailFirst } from './email-first.ts';
import { lateChannel } from './late-channel.ts';
import { literalAddress } from './literal-address.ts';
import { noEssentialTarget } from './no-essential-target.ts';
import { noVoice } from './no-voice.ts';
import { oneChannelType } from './one-channel-type.ts';
import { planReachesNobody } from './plan-reaches-nobody.ts';
import { retryNeverHappens } from './retry-never-happens.ts';
import type { Rule } from './rule.ts';
import { sameAddress } from './same-address.ts';
import { singleResponder } from './single-responder.ts';
import { slowEscalation } from './slow-escalation.ts';
import { tooManyTags } from './too-many-tags.ts';
import { trailingWait } from './trailing-wait.ts';
import { unreachableAfterZero } from './unreachable-after-zero.ts';
import { unusedChannel } from './unused-channel.ts';
import { unusedContact } from './unused-contact.ts';
import { unusedRotation } from './unused-rotation.ts';
import { unusedSchedule } from './unused-schedule.ts';
import { unusedTemplate } from './unused-template.ts';

export const rules: readonly Rule[] = [
  tooManyTags,
  contactWithoutChannel,
  contactWithoutStage,
  unusedChannel,
  unusedContact,
  unusedRotation,
  unusedSchedule,
  unusedTemplate,
  planReachesNobody,
  trailingWait,
  duplicateTarget,
  noEssentialTarget,
  unreachableAfterZero,
  singleResponder,
  retryNeverHappens,
  lateChannel,
  emailFirst,
  oneChannelType,
  noVoice,
  slowEscalation,
  sameAddress,
  literalAddress,
];
