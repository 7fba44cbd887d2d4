import type { Check } from '../doctor/check.ts';
import { jsonText } from './json-text.ts';

/** What was looked at, for programs. */
export function doctorJson(checks: readonly Check[]): string {
  return jsonText({
    checks: checks.map(({ name, result, says, help }) => ({
      name,
      result,
      says,
      help: help ?? null,
    })),
    failed: checks.filter(({ result }) => result === 'failed').length,
  });
}
