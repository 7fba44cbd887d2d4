/**
 * An address as it may be shown: of a phone number the first 2 and the last 4 characters
 * (`+1******0100`), of a mail address the first letter and the domain (`a****@example.com`).
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at >= 0) return maskMiddle(address.slice(0, at), 1, 0) + address.slice(at);
  return maskMiddle(address, 2, 4);
}

function maskMiddle(text: string, first: number, last: number): string {
  const characters = [...text];
  const hidden = characters.length - first - last;
  // Too short to show any of it and still hide some.
  if (hidden <= 0) return '*'.repeat(Math.max(1, characters.length));
  return (
    characters.slice(0, first).join('') +
    '*'.repeat(hidden) +
    characters.slice(first + hidden).join('')
  );
}
