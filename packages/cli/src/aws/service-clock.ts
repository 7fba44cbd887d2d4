import { isLoopback } from './connect.ts';

/**
 * Epoch seconds by the clock of a local service, which can be moved and by which it pages people.
 * Undefined where there is none: any other service keeps the real time.
 */
export async function serviceClock(endpoint: string | undefined): Promise<number | undefined> {
  if (endpoint === undefined || !isLoopback(endpoint)) return undefined;
  try {
    const url = new URL('/_oncall/clock', endpoint);
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    const { now } = (await response.json()) as { readonly now?: string };
    const time = Date.parse(now ?? '');
    return Number.isNaN(time) ? undefined : Math.floor(time / 1_000);
  } catch {
    return undefined;
  }
}
