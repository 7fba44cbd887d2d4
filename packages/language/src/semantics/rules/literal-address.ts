import { finding } from '../../diagnostics/finding.ts';
import type { Rule } from './rule.ts';

/** No address of a person stands in a file, where the project wants it so. */
export const literalAddress: Rule = {
  contact({ channels }, { isWanted, tell }) {
    if (!isWanted('literal-address')) return;
    for (const { address } of channels) {
      if (address.kind === 'text') tell(finding('literal-address', address.origin));
    }
  },
};
