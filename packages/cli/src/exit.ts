/**
 * How a command ends. Three kinds of failure, each with one path out: what the user wrote is a
 * diagnostic and exit 1; the world (disk, network, AWS, the command line) is an OperationalError
 * with its own code; anything else is a bug of ours, 70.
 */

export const exitCodes = {
  fine: 0,
  /** Findings of severity error, or the command failed. */
  failed: 1,
  /** Changes: of plan with --detailed-exitcode, and of drift. */
  changes: 2,
  usage: 64,
  noInput: 66,
  unavailable: 69,
  bug: 70,
  /** Partly applied, run again. */
  partly: 75,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Something outside the user's text went wrong: what it is, and what to do where that is known. */
export class OperationalError extends Error {
  override readonly name = 'OperationalError';
  readonly exitCode: ExitCode;
  readonly help: string | undefined;

  constructor(exitCode: ExitCode, message: string, help?: string) {
    super(message);
    this.exitCode = exitCode;
    this.help = help;
  }
}

export function usageError(message: string, help?: string): OperationalError {
  return new OperationalError(exitCodes.usage, message, help);
}

export interface Failure {
  readonly exitCode: ExitCode;
  readonly title: string;
  readonly help: readonly string[];
}

/** The one place that tells the kinds of failure apart. */
export function failureOf(error: unknown): Failure {
  if (error instanceof OperationalError) {
    return {
      exitCode: error.exitCode,
      title: error.message,
      help: error.help === undefined ? [] : [error.help],
    };
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    exitCode: exitCodes.bug,
    title: 'this is a bug in oncall, not in your files',
    help: ['Please report it with the command you ran and these lines:', ...trace.split('\n')],
  };
}
