/**
 * Holds SIGINT and SIGTERM, for work that must not stop in the middle of a call: the first aborts
 * the controller and is told to `onFirst`, the second ends the process at once. Returns how to let
 * go of them.
 */
export function holdInterrupts(
  controller: AbortController,
  exitCode: number,
  onFirst: () => void,
): () => void {
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(exitCode);
    controller.abort();
    onFirst();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return () => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
}
