/** What time it is for the service: the real time, or one that stands until it is moved. */
import type { Database } from './store/database.ts';

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Whether it stands until it is moved again. */
  readonly stands: boolean;
  /** Lets it stand at an instant (epoch milliseconds). */
  set(instant: number): void;
}

/**
 * A clock that stands at `instant` (epoch milliseconds), or where it was moved to later in the same
 * data folder; without an instant the real one.
 */
export function openClock(
  database: Database,
  instant: number | undefined,
  real: () => number,
): Clock {
  const moved = database.get<{ instant: number }>('SELECT instant FROM clock')?.instant;
  let standing = instant === undefined ? undefined : Math.max(instant, moved ?? instant);
  return {
    now: () => standing ?? real(),
    get stands() {
      return standing !== undefined;
    },
    set(to) {
      database.run('INSERT OR REPLACE INTO clock (id, instant) VALUES (1, ?)', to);
      standing = to;
    },
  };
}

/** Epoch milliseconds of a text such as `2026-03-02T03:00:00Z`; a zone or offset must be there. */
export function parseInstant(text: string): number | undefined {
  const instant = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) return undefined;
  // Date takes the 30th of February for a day of March.
  const day = text.slice(0, 10);
  return new Date(day).toISOString().startsWith(day) ? instant : undefined;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;
