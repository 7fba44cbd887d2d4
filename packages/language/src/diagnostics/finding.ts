import type { Origin } from '../text/piece.ts';
import { type Code, catalogue, type Parameters } from './catalogue.ts';
import type { Finding } from './diagnostic.ts';

/** What may hang on a finding. */
type Extras = Partial<Pick<Finding, 'related' | 'fixes'>>;

/** Makes a finding from the catalogue; there is no other way to one. */
export function finding<C extends Code>(
  code: C,
  origin: Origin,
  ...[parameters, extras]: Parameters<C> extends void
    ? [undefined?, Extras?]
    : [Parameters<C>, Extras?]
): Finding {
  const { severity, message } = catalogue[code];
  return {
    code,
    severity,
    message: (message as (parameters: unknown) => string)(parameters),
    origin,
    related: extras?.related ?? [],
    fixes: extras?.fixes ?? [],
  };
}
