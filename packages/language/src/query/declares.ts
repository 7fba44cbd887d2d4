/** Whether a file of an analysis declares the project: `declaresProject`, of text that is parsed already. */
import { type Analysis, stateOf } from '../analysis.ts';

export function declares(analysis: Analysis, path: string): boolean {
  const pieces = stateOf(analysis).files.get(path)?.pieces ?? [];
  return pieces.some(({ declarations }) => declarations.some(({ kind }) => kind === 'project'));
}
