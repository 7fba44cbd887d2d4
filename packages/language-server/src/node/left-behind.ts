/**
 * Frees the texts that edits leave behind. V8 counts a long text among what lives long, and lets
 * those pile up to several times of what lives; then it looks through all while keys wait.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Characters: some 25 keys in a file of 100,000 lines, so that few keys in a row wait for it. */
const most = 50_000_000;

/** Takes the characters of each text that another took the place of. */
export function leftBehind(): (characters: number) => void {
  let sum = 0;
  let collect: (() => void) | undefined;
  return (characters) => {
    sum += characters;
    if (sum < most) return;
    sum = 0;
    collect ??= collector();
    // The edit is answered before.
    setImmediate(collect);
  };
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return collect;
}
