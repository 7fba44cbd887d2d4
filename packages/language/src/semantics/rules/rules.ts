/** Every rule that needs no clock. Their order is that of the catalogue, and changes nothing. */
import { contactWithoutChannel } from './contact-without-channel.ts';
import { contactWithoutStage } from './contact-without-stage.ts';
import { planReachesNobody } from './plan-reaches-nobody.ts';
import type { Rule } from './rule.ts';
import { tooManyTags } from './too-many-tags.ts';
import { unusedContact } from './unused-contact.ts';

export const rules: readonly Rule[] = [
  tooManyTags,
  contactWithoutChannel,
  contactWithoutStage,
  unusedContact,
  planReachesNobody,
];
