/** How many characters two texts share at their start, and how many at the end of what is left. */
export function matchingEnds(
  one: string,
  other: string,
): { readonly head: number; readonly tail: number } {
  const most = Math.min(one.length, other.length);
  const head = longest(most, (from, to) => one.slice(from, to) === other.slice(from, to));
  const tail = longest(most - head, (from, to) => {
    return (
      one.slice(one.length - to, one.length - from) ===
      other.slice(other.length - to, other.length - from)
    );
  });
  return { head, tail };
}

/** Far faster than one character at a time: slices are compared as memory. */
const stride = 1 << 16;

/** The longest distance that is alike, by strides and then by halving the one that is not. */
function longest(most: number, alike: (from: number, to: number) => boolean): number {
  let known = 0;
  while (known < most && alike(known, Math.min(known + stride, most))) {
    known = Math.min(known + stride, most);
  }
  let limit = Math.min(known + stride, most);
  while (known < limit) {
    const middle = (known + limit + 1) >> 1;
    if (alike(known, middle)) known = middle;
    else limit = middle - 1;
  }
  return known;
}
