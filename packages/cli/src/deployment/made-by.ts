import type { Answer } from '../aws/service.ts';

/** The ARN of what was made, of an override its id; empty where nothing was. */
export function madeBy(answer: Answer): string {
  const { ContactArn, ContactChannelArn, RotationArn, RotationOverrideId } = answer;
  return String(ContactChannelArn ?? ContactArn ?? RotationArn ?? RotationOverrideId ?? '');
}
