import type { Destination } from '../deployment/target.ts';
import type { Check } from './check.ts';

/** Holds the clock of this machine against the service's: AWS refuses signatures that are 5 minutes off. */
export async function clockCheck(destination: Destination, region: string): Promise<Check> {
  const name = 'clock';
  if (destination.kind === 'local') {
    return { name, result: 'skipped', says: 'the service on this machine has the same' };
  }
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const url = destination.endpoint ?? `https://ssm-contacts.${region}.${suffix}`;
  const before = Date.now();
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    const there = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(there)) {
      return { name, result: 'skipped', says: 'the service does not tell its time' };
    }
    const here = (before + Date.now()) / 2;
    const off = Math.round((here - there) / 1_000);
    const seconds = Math.abs(off);
    // The service tells whole seconds.
    if (seconds <= 2) return { name, result: 'ok', says: "as the service's" };
    return {
      name,
      result: seconds >= 240 ? 'failed' : seconds >= 30 ? 'warning' : 'ok',
      says: `${seconds} s ${off > 0 ? 'ahead of' : 'behind'} the service's`,
      help:
        seconds < 30 ? undefined : 'Set the clock, by NTP say: AWS refuses requests 5 minutes off.',
    };
  } catch {
    return { name, result: 'skipped', says: 'the service was not reached' };
  }
}
