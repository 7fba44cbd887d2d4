import { type Arn, isArnOf } from './arn.ts';

/**
 * An input with ARNs in the places that wait for them, and nowhere else: a text that happens to
 * look like a placeholder stays as it is.
 */
export function resolve<T>(input: T, arnOf: (id: string) => Arn): T {
  return replace(input, arnOf) as T;
}

/** How a place is printed where its ARN is not known: `${contact/alice}`. */
export function placeholder(id: string): string {
  return `\${${id}}`;
}

function replace(value: unknown, arnOf: (id: string) => Arn): unknown {
  if (isArnOf(value)) return arnOf(value.arnOf);
  if (Array.isArray(value)) return value.map((item) => replace(item, arnOf));
  if (typeof value !== 'object' || value === null) return value;
  const replaced: Record<string, unknown> = {};
  for (const [member, part] of Object.entries(value)) replaced[member] = replace(part, arnOf);
  return replaced;
}
