import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';

/**
 * The fix that may be made without asking: the only one, no guess, and in files whose text is all
 * that they hold. The editor and the command line have the same say about it from here.
 */
export function certainFix({ fixes }: Diagnostic): Fix | undefined {
  const [fix, another] = fixes;
  if (fix === undefined || another !== undefined || fix.isGuess) return undefined;
  const isWhole = fix.edits.every(({ location }) => location.file.invalidAt === undefined);
  return isWhole ? fix : undefined;
}
