import { exitCodes } from '../exit.ts';

/** What each exit code says, for manuals and pages. */
export const exitMeanings: readonly (readonly [number, string])[] = [
  [exitCodes.fine, 'fine'],
  [
    exitCodes.failed,
    'errors found, or more warnings than allowed; a test failed; verify found a difference; a limit was passed; or the command failed',
  ],
  [exitCodes.changes, 'there are changes: plan --detailed-exitcode, and drift'],
  [exitCodes.usage, 'wrong usage'],
  [exitCodes.noInput, 'no such file, or no .oncall files'],
  [exitCodes.unavailable, 'the service was not reached, or another apply is at work'],
  [exitCodes.bug, 'a bug of ours'],
  [exitCodes.partly, 'partly applied: run it again'],
  [exitCodes.interrupted, 'interrupted'],
];
