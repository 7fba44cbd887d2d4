import { createTwoFilesPatch } from 'diff';
import { looksBack, maskLine } from '../terminal/mask.ts';
import { visible } from '../terminal/visible.ts';

/** What changes in a file. Addresses in it are masked, so it is for reading and not for `patch`. */
export function diffOf(shown: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(shown, shown, before, after, '', '', { context: 3 });
  let previous = '';
  return patch
    .split('\n')
    .slice(1)
    .map((line) => {
      const masked = line.slice(0, 1) + maskLine(line.slice(1), previous);
      previous = `${previous}\n${line.slice(1)}`.slice(-looksBack);
      return visible(masked.trimEnd());
    })
    .join('\n');
}
