import type { Analysis } from '../analysis.ts';
import { type Code, catalogue, codes } from '../diagnostics/catalogue.ts';

/** Codes that may be silenced: those that the project has, and then the others. */
export function quietable({ diagnostics }: Analysis): readonly Code[] {
  const found = new Set<Code>(diagnostics.map(({ code }) => code));
  for (const code of ofComments) found.delete(code);
  for (const code of codes) found.add(code);
  return [...found].filter((code) => catalogue[code].severity !== 'error');
}

/** Told of the very comment that is being written. */
const ofComments: readonly Code[] = ['unknown-code', 'unused-ignore', 'ignore-without-reason'];
