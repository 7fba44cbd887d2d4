/** One thing that was looked at: how it is, and what to do where it is not well. */
export interface Check {
  readonly name: string;
  readonly result: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly says: string;
  readonly help?: string | undefined;
}
