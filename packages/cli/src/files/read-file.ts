import { readFileSync, statSync } from 'node:fs';
import { exitCodes, OperationalError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';

/** The bytes of a file; one that can't be read is an OperationalError that names it. */
export function readFile(path: string, shown: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(error, shown);
  }
}

export function kindOfPath(path: string, shown: string): 'file' | 'folder' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    throw unreadable(error, shown);
  }
}

export function unreadable(error: unknown, shown: string): OperationalError {
  const code = (error as NodeJS.ErrnoException).code;
  const path = visible(shown);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new OperationalError(exitCodes.noInput, `there is no file or folder ${path}`);
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new OperationalError(exitCodes.noInput, `${path} can't be read: permission denied`);
  }
  if (code === undefined) throw error;
  return new OperationalError(exitCodes.noInput, `${path} can't be read: ${code}`);
}
