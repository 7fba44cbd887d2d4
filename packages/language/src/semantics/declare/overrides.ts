/** Overrides of a rotation: their ranges, and that no two overlap. */
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../text/span.ts';
import { at, type Local } from './local.ts';
import { checkPeople } from './people.ts';
import { checkDateTime, epochOf } from './times.ts';

/** Seconds; limit of the service (user guide). */
const shortestOverride = 30 * 60;

export function checkOverrides(
  local: Local,
  overrides: readonly ast.OverrideItem[],
  zone: string | undefined,
): void {
  const placed: { from: number; to: number; span: Span }[] = [];
  for (const { from, to, items } of overrides) {
    checkDateTime(local, zone, from);
    checkDateTime(local, zone, to);
    checkPeople(local, items);
    const start = epochOf(from, zone);
    const end = epochOf(to, zone);
    if (from === undefined || to === undefined) continue;
    if (start === undefined || end === undefined) continue;
    const span = { start: from.start, end: to.end };
    const why = whyNoRange(end - start);
    if (why === undefined) placed.push({ from: start, to: end, span });
    else local.findings.push(finding('reversed-range', at(local, span), { why }));
  }
  placed.sort((a, b) => a.from - b.from);
  const told = new Set<number>();
  let longest: (typeof placed)[number] | undefined;
  for (const override of placed) {
    if (longest !== undefined && override.from < longest.to) {
      const [first, second] =
        longest.span.start < override.span.start
          ? [longest.span, override.span]
          : [override.span, longest.span];
      if (!told.has(second.start)) {
        told.add(second.start);
        const related = [{ origin: at(local, first), message: 'This is the other.' }];
        local.findings.push(
          finding('overlapping-overrides', at(local, second), undefined, { related }),
        );
      }
    }
    if (longest === undefined || override.to > longest.to) longest = override;
  }
}

function whyNoRange(seconds: number): string | undefined {
  if (seconds <= 0) {
    return 'This override does not end after it starts. Write the earlier time first.';
  }
  if (seconds >= shortestOverride) return undefined;
  return `This override lasts ${Math.floor(seconds / 60)} minutes. AWS takes 30 minutes or more.`;
}
