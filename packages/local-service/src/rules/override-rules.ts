import type { Field } from '../service-error.ts';

/**
 * Where an override of ages is refused. Not of the service: a hand-off ends a shift within it too,
 * so that all of them would have to be reckoned to tell the first.
 */
export function overrideEndProblems(end: number, path: string): readonly Field[] {
  if (end < LATEST_END) return [];
  return [{ Name: path, Message: 'must lie before the year 2200' }];
}

const LATEST_END = Date.UTC(2200, 0) / 1000;
