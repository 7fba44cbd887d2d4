/** What every operation works with. */
import type { Database } from './store/database.ts';

export interface Context {
  readonly database: Database;
  readonly account: string;
  readonly region: string;
  /** ARNs of contacts that live elsewhere: plans and rotations may name them. */
  readonly externs: ReadonlySet<string>;
  /** Epoch milliseconds. */
  now(): number;
  /** Takes a line on what was sent to whom, with codes, but never an address. */
  log(line: string): void;
}
