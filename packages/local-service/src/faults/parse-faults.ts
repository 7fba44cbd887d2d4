import { type FaultKind, type Faults, faultKinds, isFaultKind } from './fault-kinds.ts';

/** Reads `throttle=0.2,reset=0.02,seed=7`; of what it can't read, a sentence on why. */
export function parseFaults(text: string): Faults | string {
  const shares: { [K in FaultKind]?: number } = {};
  const settings = new Map<string, number>();
  for (const item of text.split(',')) {
    const [word = '', written = '', ...rest] = item.trim().split('=');
    const share = isFaultKind(word);
    if (!share && !SETTINGS.has(word)) return `there is no fault "${word}"`;
    if (share ? word in shares : settings.has(word)) return `${word} stands twice`;
    const value = rest.length > 0 ? Number.NaN : numberOf(written);
    if (share) {
      if (!(value <= 1)) return `${word} takes a share of calls from 0 to 1, such as ${word}=0.2`;
      shares[word] = value;
    } else {
      const most = SETTINGS.get(word) ?? 0;
      if (!(value <= most) || (word !== 'delay' && !Number.isInteger(value))) {
        return `${word} takes a ${word === 'delay' ? '' : 'whole '}number up to ${most}`;
      }
      settings.set(word, value);
    }
  }
  const sum = Object.values(shares).reduce((total, share) => total + share, 0);
  // What is written in tenths may sum up to a little more than 1.
  if (sum > 1 + 1e-9) return 'the shares of all faults sum up to more than 1';
  const seed = settings.get('seed');
  const retryAfter = settings.get('retry-after');
  const delay = settings.get('delay');
  return {
    shares,
    ...(seed !== undefined && { seed }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(delay !== undefined && { delay }),
  };
}

/** What else `--fault` takes, and the most that it may be. */
const SETTINGS: ReadonlyMap<string, number> = new Map([
  ['seed', Number.MAX_SAFE_INTEGER],
  ['retry-after', 3600],
  ['delay', 3600],
]);

/** What may stand in `--fault`, for people. */
export const faultHelp = [
  'Write shares of calls from 0 to 1, such as throttle=0.2,reset=0.02,seed=7, of:',
  ...Object.entries(faultKinds).map(([kind, text]) => `  ${kind.padEnd(14)} ${text}`),
  'and beside them:',
  '  seed=N         which calls it befalls (1)',
  '  retry-after=S  seconds that throttle and error ask to wait (1)',
  '  delay=S        seconds that slow takes (5)',
].join('\n  ');

function numberOf(text: string): number {
  return /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}
