/** The live state as it would be once changes are carried out, as far as rotations and schedules go. */
import type { Change } from '../difference/change.ts';
import type { LiveState } from '../live-state.ts';
import { holdingsOf, perform } from '../perform.ts';
import { resolve } from '../resolve.ts';
import { steps } from '../steps.ts';

/** Steps tell it, so what is blocked or kept is as it was. What is made has its id for an ARN. */
export function carriedOut(live: LiveState, changes: readonly Change[]): LiveState {
  const holdings = holdingsOf(live);
  for (const { id, operation, input } of steps(changes)) {
    perform(holdings, operation, resolve(input, (made) => made) as object, id);
  }
  return { contacts: [...holdings.contacts.values()], rotations: [...holdings.rotations.values()] };
}
