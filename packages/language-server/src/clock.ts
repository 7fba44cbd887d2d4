/** Tells of each quarter of an hour as it begins: times of hand-offs, in any zone, mostly are such. */

/** Milliseconds. */
const quarter = 900_000;

/** Returns what stops it. */
export function everyQuarter(tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    timer = setTimeout(
      () => {
        wait();
        tell();
      },
      quarter - (Date.now() % quarter),
    );
  };
  wait();
  return () => clearTimeout(timer);
}
