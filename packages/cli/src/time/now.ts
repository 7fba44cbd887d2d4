/** Epoch seconds, read off the clock of this machine; for commands alone, which pass it on. */
export function now(): number {
  return Math.floor(Date.now() / 1_000);
}
