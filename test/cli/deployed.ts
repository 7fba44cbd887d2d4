/** The small company, applied to a service in memory. */
import { expect } from 'vitest';
import { type Account, account } from './account.ts';
import { acme, variables } from './acme.ts';
import { folder, oncall } from './oncall.ts';

export interface Deployed extends Account {
  readonly cwd: string;
  /** The options that say where it is. */
  readonly words: readonly string[];
}

export async function deployed(): Promise<Deployed> {
  const cwd = folder({ 'main.oncall': acme, 'oncall.env': variables });
  const made = await account();
  // The files name it as an extern.
  await made.call('CreateContact', { Alias: 'director', Type: 'PERSONAL', Plan: { Stages: [] } });
  const words = ['--endpoint', made.url];
  expect((await oncall(['apply', '--yes', ...words], { cwd })).code).toBe(0);
  return { ...made, cwd, words };
}
