/** Where an error was thrown; not its message, which may hold text of the user's. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error was given';
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [error.name, ...places].join('\n');
}
