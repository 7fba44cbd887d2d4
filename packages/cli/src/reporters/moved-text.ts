import type { Moved, SavedChange } from '@oncall/compiler';
import type { Objections } from '../deployment/plan-file.ts';
import { counted } from '../terminal/counted.ts';
import type { Paint } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';

/** Why a plan in a file is not carried out: each change that is not what it was, and what to do. */
export function movedText(
  { moved, otherAddresses }: Objections,
  shown: string,
  paint: Paint,
): string {
  const lines = [
    `${paint.error('error')}${paint.strong(`: the plan in ${visible(shown)} does not hold any more; nothing was changed`)}`,
    ...moved.slice(0, most).flatMap(linesOf),
    ...(moved.length > most ? [`  and ${counted(moved.length - most, 'more change')}`] : []),
    ...(otherAddresses ? ['  An address is another now, in the variables or in the account.'] : []),
    '  The account, the files or the variables are others now. Run oncall plan --out again.',
  ];
  return `${lines.join('\n')}\n`;
}

const most = 20;

function linesOf({ id, planned, now }: Moved): readonly string[] {
  return [
    `  ${visible(id)}`,
    `    planned: ${visible(words(planned))}`,
    `    now:     ${visible(words(now, planned))}`,
  ];
}

function words(change: SavedChange | undefined, other?: SavedChange): string {
  if (change === undefined) return 'nothing to do';
  const text = [change.action, ...change.reasons].join('; ');
  return other !== undefined && text === [other.action, ...other.reasons].join('; ')
    ? `${text}, and more than it looks: what is sent, or what would be lost, is another`
    : text;
}
