/** Gathers the operations that wait into one transaction, since each commit waits for the disk. */
import type { Database } from './database.ts';

export interface CommitQueue {
  /**
   * Runs `work` in a transaction that it may share with others. The promise settles after the
   * commit. Work that throws is undone alone, and its promise rejects with what it threw.
   */
  run<T>(work: () => T): Promise<T>;
  /** Runs what waits, at once. */
  flush(): void;
}

export function createCommitQueue(database: Database): CommitQueue {
  let waiting: Entry[] = [];

  function flush(): void {
    const entries = waiting;
    waiting = [];
    if (entries.length === 0) return;
    const outcomes: (() => void)[] = [];
    try {
      database.exec('BEGIN');
      for (const entry of entries) outcomes.push(runAlone(database, entry));
      database.exec('COMMIT');
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      for (const entry of entries) entry.reject(error);
      return;
    }
    for (const outcome of outcomes) outcome();
  }

  return {
    run: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({
          attempt: () => {
            const value = work();
            return () => resolve(value);
          },
          reject,
        });
        // After this round of input, so that all that has arrived shares the commit.
        if (waiting.length === 1) setImmediate(flush);
      }),
    flush,
  };
}

interface Entry {
  /** Runs the work and gives what tells its caller. */
  attempt(): () => void;
  reject(error: unknown): void;
}

function runAlone(database: Database, entry: Entry): () => void {
  database.exec('SAVEPOINT operation');
  try {
    const tell = entry.attempt();
    database.exec('RELEASE operation');
    return tell;
  } catch (error) {
    database.exec('ROLLBACK TO operation; RELEASE operation');
    return () => entry.reject(error);
  }
}
