import type { CommandSpec } from './command.ts';
import { asking } from './table/asking.ts';
import { checking } from './table/checking.ts';
import { deploying } from './table/deploying.ts';
import { helping } from './table/helping.ts';
import { reaching } from './table/reaching.ts';

/** Every command, in the order of help. */
export const commands: readonly CommandSpec[] = [
  ...checking,
  ...asking,
  ...deploying,
  ...reaching,
  ...helping,
];
