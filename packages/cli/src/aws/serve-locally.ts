import type { LocalService, LocalServiceOptions } from '@oncall/local-service';
import { exitCodes, OperationalError } from '../exit.ts';

/** Starts the service of this machine; why it can't start is said in a line. */
export async function serveLocally(options: LocalServiceOptions): Promise<LocalService> {
  const { startLocalService } = await import('@oncall/local-service');
  try {
    return await startLocalService(options);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EADDRINUSE' ? `port ${options.port} is in use` : error.message;
    throw new OperationalError(exitCodes.unavailable, `the local service can't start: ${why}`);
  }
}
