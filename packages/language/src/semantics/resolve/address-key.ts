import type { Value } from '../model.ts';

/** An address as others would have it too; no name has its form. `undefined` of one that is none. */
export function addressKey(address: Value): string | undefined {
  if (address.kind === 'variable') return `$${address.name}`;
  const { text } = address;
  if (text.startsWith('+')) return text;
  return text.includes('@') ? text.toLowerCase() : undefined;
}
