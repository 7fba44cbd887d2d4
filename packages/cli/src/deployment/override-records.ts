/**
 * Which overrides are ours. AWS gives overrides no tags, so an apply writes down each before it
 * makes it; what people make by hand is not in the records, and is left alone.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { stateFolder } from './state-folder.ts';

export interface OverrideRecords {
  /** Times in epoch seconds. A rotation's ARN is never given again, so it tells the account too. */
  has(rotationArn: string, startTime: number, endTime: number): boolean;
  /** Returns when the record is on disk. */
  add(rotationArn: string, startTime: number, endTime: number): void;
}

export function openOverrideRecords(projectFolder: string): OverrideRecords {
  const path = join(projectFolder, '.oncall', 'overrides.jsonl');
  const known = new Set(existsSync(path) ? readRecords(path) : []);
  return {
    has: (...record) => known.has(keyOf(...record)),
    add: (rotationArn, startTime, endTime) => {
      stateFolder(projectFolder);
      const file = openSync(path, 'a');
      try {
        // The line before may have been cut by a crash.
        writeSync(
          file,
          `\n${JSON.stringify({ rotation: rotationArn, start: startTime, end: endTime })}\n`,
        );
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      known.add(keyOf(rotationArn, startTime, endTime));
    },
  };
}

function readRecords(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const { rotation, start, end } = JSON.parse(line);
        return [keyOf(rotation, start, end)];
      } catch {
        return [];
      }
    });
}

function keyOf(rotationArn: string, startTime: number, endTime: number): string {
  return `${rotationArn} ${Math.floor(startTime)} ${Math.floor(endTime)}`;
}
