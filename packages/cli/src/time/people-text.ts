import type { Paint } from '../terminal/paint.ts';

/** Who is on call, with nobody in plain sight. */
export function peopleText(contacts: readonly string[], paint: Paint): string {
  return contacts.length === 0 ? paint.error('NOBODY') : contacts.join(', ');
}
